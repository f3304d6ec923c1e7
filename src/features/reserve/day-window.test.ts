import { expect, test } from 'vitest';
import { daysAfter, windowBefore } from './day-window.ts';

test('days are counted over the end of a month, a year and a change of the clocks', () => {
  expect(daysAfter('2026-12-25', 14)).toBe('2027-01-08');
  expect(daysAfter('2026-03-28', 2)).toBe('2026-03-30');
  expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
});

test('earlier days are never before today', () => {
  expect(windowBefore('2026-11-21', '2026-11-21', 14)).toBe(null);
  expect(windowBefore('2026-11-25', '2026-11-21', 14)).toBe('2026-11-21');
  expect(windowBefore('2026-12-19', '2026-11-21', 14)).toBe('2026-12-05');
  expect(windowBefore('2026-12-05', '2026-11-21', 7)).toBe('2026-11-28');
});
