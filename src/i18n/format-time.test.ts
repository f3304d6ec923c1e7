import { describe, expect, test } from 'vitest';
import {
  deviceDay,
  deviceOffsetMinutes,
  formatCalendarDay,
  formatDate,
  formatDay,
  formatDayAndTime,
  formatDayWithYear,
  formatLeft,
  formatStub,
  formatTime,
  zoneToName,
} from './format-time.ts';

/** Half past ten in the evening in UTC: already the next day three hours to the east. */
const late = { at: '2026-11-21T22:30:00.000Z', offset: '+03:00' };

describe('a time is shown by the clock of its place, on any device', () => {
  test('in Russian', () => {
    expect(formatDay(late, 'ru')).toBe('воскресенье, 22 ноября');
    expect(formatDayWithYear(late, 'ru')).toBe('воскресенье, 22 ноября 2026 г.');
    expect(formatDayAndTime(late, 'ru')).toBe('воскресенье, 22 ноября, 01:30');
  });

  test('in English, the day before the month', () => {
    expect(formatDay(late, 'en')).toBe('Sunday 22 November');
    expect(formatDayWithYear(late, 'en')).toMatch(/^Sunday,? 22 November 2026$/);
    expect(formatDayAndTime(late, 'en')).toBe('Sunday 22 November, 01:30');
  });

  test('in Belarusian, whose months Chromium does not know', () => {
    expect(formatDay(late, 'be')).toBe('нядзеля, 22 лістапада');
    expect(formatDayWithYear(late, 'be')).toBe('нядзеля, 22 лістапада 2026 г.');
    expect(formatDate('1984-03-14', 'be')).toBe('14 сакавіка 1984 г.');
    expect(formatStub(late, 'be')).toEqual({ day: '22', month: 'лістапада', weekday: 'нядзеля' });
  });

  test('on the stub of a ticket', () => {
    expect(formatStub(late, 'ru')).toEqual({ day: '22', month: 'ноября', weekday: 'воскресенье' });
    expect(formatStub(late, 'en')).toEqual({ day: '22', month: 'November', weekday: 'Sunday' });
  });

  test('midnight is 00:00, not 24:00', () => {
    expect(formatTime({ at: '2026-11-21T21:00:00.000Z', offset: '+03:00' }, 'en')).toBe('00:00');
  });

  test('an hour that the device does not have is still that hour', () => {
    // 02:30 on 8 March 2026 is skipped in St John's, whose clocks go forward.
    expect(formatTime({ at: '2026-03-07T23:30:00.000Z', offset: '+03:00' }, 'ru')).toBe('02:30');
  });
});

test('a day without a time has no zone to shift it', () => {
  expect(formatCalendarDay('2026-11-21', 'ru')).toBe('суббота, 21 ноября');
  expect(formatDate('1984-03-14', 'en')).toBe('14 March 1984');
});

describe('the zone is named only where it differs from the device', () => {
  test.each([
    ['+03:00', 180, null],
    ['+03:00', 240, 'UTC+3'],
    ['-03:30', 0, 'UTC−3:30'],
    ['+00:00', 60, 'UTC+0'],
  ])('%s on a device at %i minutes: %s', (offset, device, expected) => {
    expect(zoneToName({ at: late.at, offset }, device)).toBe(expected);
  });

  test('by the device offset at that very instant', () => {
    const summer = '2026-07-01T12:00:00.000Z';
    expect(deviceOffsetMinutes(summer)).toBe(-new Date(summer).getTimezoneOffset());
  });
});

test('today is the day on the device', () => {
  const now = new Date(2026, 0, 5, 0, 30);
  expect(deviceDay(now)).toBe('2026-01-05');
});

test('what is left is never below zero', () => {
  expect([245_000, 9_001, 0, -5].map(formatLeft)).toEqual(['4:05', '0:10', '0:00', '0:00']);
});
