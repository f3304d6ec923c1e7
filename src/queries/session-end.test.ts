import { describe, expect, test } from 'vitest';
import { askAgainInMs, canStay, endsSoon } from './session-end.ts';

const now = Date.parse('2026-11-21T09:00:00.000Z');
const at = (seconds: number) => new Date(now + seconds * 1_000).toISOString();
const told = (endsIn: number, lastsFor = 8 * 3_600) => ({
  now: at(0),
  endsAt: at(endsIn),
  lastsUntil: at(lastsFor),
});

describe('a session ends soon', () => {
  test.each([
    [3_600, false],
    [121, false],
    [120, true],
    [0, true],
  ])('with %i seconds left: %s', (seconds, soon) => {
    expect(endsSoon(told(seconds))).toBe(soon);
  });
});

describe('the portal is asked again', () => {
  test.each([
    ['when the warning is due', 3_600, 3_480],
    ['a second later at the earliest', 120.5, 1],
    ['often enough to hear of other tabs once it is shown', 120, 15],
    ['at the very end', 7, 7],
    ['not without a pause when the end is now', 0, 1],
  ])('%s', (_when, left, seconds) => {
    expect(askAgainInMs(told(left))).toBe(seconds * 1_000);
  });
});

describe('staying', () => {
  test.each([
    ['helps while the last end is far', 120, 3_600, true],
    ['helps for two minutes more', 120, 240, true],
    ['does not help where it would be for a moment only', 120, 239, false],
    ['does not help at the last end', 120, 120, false],
  ])('%s', (_what, endsIn, lastsFor, helps) => {
    expect(canStay(told(endsIn, lastsFor))).toBe(helps);
  });
});
