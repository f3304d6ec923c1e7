import { expect, test } from 'vitest';
import { RetryBucket } from './retry-bucket.ts';

const spent = (bucket: RetryBucket) => {
  let repeats = 0;
  while (bucket.spend()) repeats++;
  return repeats;
};

test('ten repeats stand ready at first, and not one more', () => {
  expect(spent(new RetryBucket())).toBe(10);
});

test('a repeat is earned by ten requests, and by no fewer', () => {
  const bucket = new RetryBucket();
  spent(bucket);
  for (let request = 0; request < 9; request++) bucket.earn();
  expect(bucket.spend()).toBe(false);
  bucket.earn();
  expect(bucket.spend()).toBe(true);
  expect(bucket.spend()).toBe(false);
});

test('a quiet day saves no more than ten', () => {
  const bucket = new RetryBucket();
  for (let request = 0; request < 10_000; request++) bucket.earn();
  expect(spent(bucket)).toBe(10);
});
