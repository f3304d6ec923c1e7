import type { CalendarDay, PlaceTime } from '#contract/time.ts';
import { placeDay } from './place-day.ts';

const dayMs = 86_400_000;

/** The calendar day that many days later; no clock and no zone is involved. */
export const daysAfter = (day: CalendarDay, days: number): CalendarDay =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** What begins on one day by the place's own clock. */
export interface DayOf<T> {
  readonly day: CalendarDay;
  readonly times: readonly T[];
  readonly first: T;
  readonly last: T;
}

/** By the day on the place's own clock, in the order they came; days without any are left out. */
export function byDay<T extends { readonly starts: PlaceTime }>(times: readonly T[]): readonly DayOf<T>[] {
  const days = new Map<CalendarDay, [T, ...T[]]>();
  for (const time of times) {
    const day = placeDay(time.starts);
    const known = days.get(day);
    if (known) known.push(time);
    else days.set(day, [time]);
  }
  return [...days].map(([day, inDay]) => ({
    day,
    times: inDay,
    first: inDay[0],
    last: inDay.at(-1) ?? inDay[0],
  }));
}
