import { expect, test } from 'vitest';
import { askMoment } from './more-time-flow.ts';

const second = 1_000;

test.each([
  [-1, 'not-yet'],
  [0, 'soon'],
  [10 * second - 1, 'soon'],
  [10 * second, 'now'],
  [600 * second, 'now'],
  [600 * second + 1, 'too-late'],
] as const)('%i ms after the end the moment to ask again is: %s', (overFor, moment) => {
  expect(askMoment(overFor)).toBe(moment);
});
