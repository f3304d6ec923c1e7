import { expect, test } from 'vitest';
import { byDay, daysAfter } from './calendar-days.ts';

const time = (id: string, at: string) => ({ id, starts: { at, offset: '+03:00' } });

test('times are by the day of the place’s own clock, in the order they came', () => {
  const days = byDay([
    time('a', '2026-11-24T21:00:00.000Z'),
    time('b', '2026-11-25T20:59:00.000Z'),
    time('c', '2026-11-25T21:00:00.000Z'),
  ]);
  expect(
    days.map(({ day, times, first, last }) => [day, times.map(({ id }) => id), first.id, last.id]),
  ).toEqual([
    ['2026-11-25', ['a', 'b'], 'a', 'b'],
    ['2026-11-26', ['c'], 'c', 'c'],
  ]);
});

test('days are counted over the end of a month, a year and a change of the clocks', () => {
  expect(daysAfter('2026-12-25', 14)).toBe('2027-01-08');
  expect(daysAfter('2026-12-01', -14)).toBe('2026-11-17');
  expect(daysAfter('2026-03-28', 2)).toBe('2026-03-30');
  expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
});
