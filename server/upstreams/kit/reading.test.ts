import { expect, test } from 'vitest';
import { sourceUnavailable } from '#server/upstreams/kit/failure-reports.ts';
import { ReadFailure } from '#server/upstreams/kit/read-failure.ts';
import { readingOf } from '#server/upstreams/kit/reading.ts';

test('a reading is what was read', async () => {
  expect(await readingOf(Promise.resolve(null))).toBeNull();
});

test('an upstream that cannot be asked is unreadable', async () => {
  expect(await readingOf(Promise.reject(new ReadFailure(sourceUnavailable)))).toBe('unreadable');
});

test('a mistake of ours is nobody’s silence: it is thrown', async () => {
  const mistake = new TypeError('ours');
  await expect(readingOf(Promise.reject(mistake))).rejects.toBe(mistake);
});
