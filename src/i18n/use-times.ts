import { useMemo } from 'react';
import type { CalendarDay, PlaceTime } from '#contract/time.ts';
import {
  formatCalendarDay,
  formatDate,
  formatDay,
  formatDayAndTime,
  formatDayWithYear,
  formatStub,
  formatTime,
  zoneToName,
} from './format-time.ts';
import { useLanguage, useWords } from './use-words.tsx';

/** Times and days in the current language. Everything is by the place's own clock. */
export function useTimes() {
  const language = useLanguage();
  const words = useWords();
  return useMemo(
    () => ({
      day: (time: PlaceTime) => formatDay(time, language),
      dayWithYear: (time: PlaceTime) => formatDayWithYear(time, language),
      time: (time: PlaceTime) => formatTime(time, language),
      dayAndTime: (time: PlaceTime) => formatDayAndTime(time, language),
      calendarDay: (day: CalendarDay) => formatCalendarDay(day, language),
      date: (day: CalendarDay) => formatDate(day, language),
      stub: (time: PlaceTime) => formatStub(time, language),
      /** The clinic's clock in words («по времени клиники, UTC+3») when the device's differs, else null. */
      zone: (time: PlaceTime) => {
        const zone = zoneToName(time);
        return zone && words('common.zone', { zone });
      },
    }),
    [language, words],
  );
}
