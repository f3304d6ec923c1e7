import { describe, expect, test } from 'vitest';
import { placeTime } from '#contract/time.ts';
import { placeTimeOf, placeTimeWithOffset } from './wire-time.ts';

describe('a time on the wire', () => {
  test.each([
    ['2026-04-18T08:45:00+03:00', '2026-04-18T05:45:00.000Z', '+03:00'],
    ['2026-04-18T08:45:00.250+03:00', '2026-04-18T05:45:00.250Z', '+03:00'],
    ['2026-11-22T00:15:00+03:00', '2026-11-21T21:15:00.000Z', '+03:00'],
    ['2026-04-18T08:45:00-03:30', '2026-04-18T12:15:00.000Z', '-03:30'],
    ['2026-04-18T08:45:00Z', '2026-04-18T08:45:00.000Z', '+00:00'],
    // An hour that the clocks of St. John's and of Auckland never show, and that Moscow's does.
    ['2026-03-08T02:30:00+03:00', '2026-03-07T23:30:00.000Z', '+03:00'],
    ['2026-09-27T02:30:00+03:00', '2026-09-26T23:30:00.000Z', '+03:00'],
  ])('%s keeps its moment and the clock that it was written by', (wire, at, offset) => {
    expect(placeTimeOf(wire)).toEqual({ at, offset });
    expect(placeTime.safeParse(placeTimeOf(wire)).success).toBe(true);
  });

  test('in UTC, with the offset apart, is the same moment on the offset’s clock', () => {
    expect(placeTimeWithOffset('2026-06-01T22:00:00Z', '+10:00')).toEqual({
      at: '2026-06-01T22:00:00.000Z',
      offset: '+10:00',
    });
  });

  test('does not gain the apart offset twice where the moment has one of its own', () => {
    expect(placeTimeWithOffset('2026-06-02T08:00:00+10:00', '+10:00').at).toBe('2026-06-01T22:00:00.000Z');
  });
});
