import { expect, test } from 'vitest';
import { byDay, daysAfter } from './time-days.ts';

const time = (id: string, at: string) => ({ id, starts: { at, offset: '+03:00' } });

test('times are by the day of the place’s own clock, earliest first', () => {
  const days = byDay([
    time('c', '2026-11-25T21:00:00.000Z'),
    time('b', '2026-11-25T20:59:00.000Z'),
    time('a', '2026-11-24T21:00:00.000Z'),
  ]);
  expect(days.map(({ day, times }) => [day, times.map(({ id }) => id)])).toEqual([
    ['2026-11-25', ['a', 'b']],
    ['2026-11-26', ['c']],
  ]);
});

test('days are counted over the end of a month', () => {
  expect(daysAfter('2026-11-30', 1)).toBe('2026-12-01');
  expect(daysAfter('2026-12-01', -14)).toBe('2026-11-17');
});
