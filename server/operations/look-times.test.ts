import { describe, expect, test } from 'vitest';
import { believedAfterMs, nextLook, staleAfterMs } from './look-times.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const start = new Date('2026-11-23T08:00:00.000Z');
const after = (milliseconds: number) => new Date(start.getTime() + milliseconds);
const look = (age: number, options: { readable?: boolean; spread?: number; wanted?: Date } = {}) =>
  nextLook(start, after(age), { spread: 0, ...options });

describe('an open outcome', () => {
  test.each([
    [0, 5 * second],
    [5 * second, 10 * second],
    [10 * second, 20 * second],
    [20 * second, 30 * second],
    [30 * second, 2 * minute],
    [2 * minute, 10 * minute],
    [10 * minute, hour],
    [hour, 2 * hour],
    [22.5 * hour, 23 * hour],
    [23 * hour, 24 * hour],
  ])('of the age of %i ms is looked at next at %i ms', (age, next) => {
    expect(look(age)).toEqual(after(next));
  });

  test('is looked at when a reading will prove more, where that comes before the planned look', () => {
    expect(look(minute, { wanted: after(90 * second) })).toEqual(after(90 * second));
    expect(look(minute, { wanted: after(3 * minute) })).toEqual(after(2 * minute));
    expect(look(minute, { wanted: after(30 * second) })).toEqual(after(2 * minute));
  });

  test('is never looked at again after a day', () => {
    expect(look(24 * hour)).toBeNull();
    expect(look(24 * hour, { readable: false })).toBeNull();
  });

  test('is looked at again within ten seconds while somebody may wait and the upstream is not readable', () => {
    expect(look(minute, { readable: false })).toEqual(after(minute + 10 * second));
    expect(look(10 * second, { readable: false })).toEqual(after(20 * second));
    expect(look(15 * minute, { readable: false })).toEqual(after(hour));
  });

  test('comes up to a tenth later than planned, so that rows do not come together', () => {
    expect(look(hour, { spread: 1 })).toEqual(after(2 * hour + 6 * minute));
  });

  test('from a clock that ran ahead is looked at as if it were new', () => {
    expect(nextLook(after(minute), start, { spread: 1 })).toEqual(after(minute + 5.5 * second));
  });
});

test('a reading is believed only when no runner can be at work any more', () => {
  expect(believedAfterMs).toBeGreaterThan(staleAfterMs);
});
