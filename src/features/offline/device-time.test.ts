import { expect, test } from 'vitest';
import { deviceTime } from './device-time.ts';

const at = '2026-11-21T09:12:00.000Z';

test.each([
  [180, '+03:00'],
  [0, '+00:00'],
  [-210, '-03:30'],
  [825, '+13:45'],
])('a clock that is %i minutes ahead says %s', (minutes, offset) => {
  expect(deviceTime(at, minutes)).toEqual({ at, offset });
});
