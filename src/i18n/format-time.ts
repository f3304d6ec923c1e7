import { offsetMinutes } from '#contract/rules/place-day.ts';
import type { CalendarDay, Instant, PlaceTime } from '#contract/time.ts';
import { about, type Language } from './language.ts';
import { inOwnWords, ownParts } from './own-dates.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, options: Intl.DateTimeFormatOptions) {
  const key = `${language}${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(about(language).locale, { ...options, timeZone: 'UTC' });
  formatters.set(key, made);
  return made;
}

/** The place's wall clock, as if it were UTC: formatted in UTC it reads as the place's own time on any device. */
const wallClock = ({ at, offset }: PlaceTime) => Date.parse(at) + offsetMinutes(offset) * 60_000;

/** Browsers do not know the days and months of every language: those that bring their own words are said in them. */
function sayDate(
  form: 'day' | 'dayWithYear' | 'date',
  options: Intl.DateTimeFormatOptions,
  at: number,
  language: Language,
): string {
  const own = about(language).dates;
  return own ? inOwnWords(own, form, at) : formatter(language, options).format(at);
}

const dayOptions = { weekday: 'long', day: 'numeric', month: 'long' } as const;

/** «суббота, 21 ноября», "Saturday 21 November": weekday, day and full month by the place's clock. */
export const formatDay = (time: PlaceTime, language: Language): string =>
  sayDate('day', dayOptions, wallClock(time), language);

/** As `formatDay`, with the year. */
export const formatDayWithYear = (time: PlaceTime, language: Language): string =>
  sayDate('dayWithYear', { ...dayOptions, year: 'numeric' }, wallClock(time), language);

/** "09:00" by the place's clock. */
export const formatTime = (time: PlaceTime, language: Language): string =>
  formatter(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(wallClock(time));

/** «суббота, 21 ноября, 09:00». */
export const formatDayAndTime = (time: PlaceTime, language: Language): string =>
  `${formatDay(time, language)}, ${formatTime(time, language)}`;

/** A day without a time, such as the wished day of a request: weekday, day, full month. */
export const formatCalendarDay = (day: CalendarDay, language: Language): string =>
  sayDate('day', dayOptions, Date.parse(day), language);

/** A birth date: day, full month, year. */
export const formatDate = (day: CalendarDay, language: Language): string =>
  sayDate('date', { day: 'numeric', month: 'long', year: 'numeric' }, Date.parse(day), language);

/** The place's month, day and weekday apart, for a ticket's stub. */
export function formatStub(time: PlaceTime, language: Language) {
  const at = wallClock(time);
  const own = about(language).dates;
  if (own) return ownParts(own, at);
  return {
    day: formatter(language, { day: 'numeric' }).format(at),
    month: formatter(language, { day: 'numeric', month: 'long' })
      .formatToParts(at)
      .filter(({ type }) => type === 'month')
      .map(({ value }) => value)
      .join(''),
    weekday: formatter(language, { weekday: 'long' }).format(at),
  };
}

/** The calendar day on this device's own clock. */
export function deviceDay(now: Date): CalendarDay {
  const ahead = deviceOffsetMinutes(now.toISOString()) * 60_000;
  return new Date(now.getTime() + ahead).toISOString().slice(0, 10);
}

/** Minutes that this device's clock is ahead of UTC at an instant. */
export const deviceOffsetMinutes = (at: Instant): number => -new Date(at).getTimezoneOffset();

/**
 * The place's clock by name ("UTC+3") when the device's differs at that instant, else null: a time is never shown
 * without its zone where the two could be mixed up.
 */
export function zoneToName(time: PlaceTime, deviceOffset = deviceOffsetMinutes(time.at)): string | null {
  const minutes = offsetMinutes(time.offset);
  if (minutes === deviceOffset) return null;
  const size = Math.abs(minutes);
  const rest = size % 60 ? `:${String(size % 60).padStart(2, '0')}` : '';
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`;
}

/** Minutes and seconds that are left: "4:05". Never below zero. */
export function formatLeft(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
