import { expect, test } from 'vitest';
import { offsetMinutes, placeDay } from './place-day.ts';

test('the day is the one on the clock of the place, not of the reader', () => {
  expect(placeDay({ at: '2026-11-21T22:30:00.000Z', offset: '+03:00' })).toBe('2026-11-22');
  expect(placeDay({ at: '2026-11-21T22:30:00.000Z', offset: '-03:30' })).toBe('2026-11-21');
});

test('offsets with half hours and west of Greenwich', () => {
  expect(offsetMinutes('+05:45')).toBe(345);
  expect(offsetMinutes('-03:30')).toBe(-210);
});
