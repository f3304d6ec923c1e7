import type { PlaceTime } from '#contract/time.ts';
import type { CalendarDay } from '#contract/time.ts';
import { placeDay } from '#contract/rules/place-day.ts';

/** A time that can be chosen, whoever offers it. */
export interface FreeTime {
  readonly id: string;
  readonly starts: PlaceTime;
}

export interface DayOfTimes {
  readonly day: CalendarDay;
  readonly times: readonly FreeTime[];
}

/** How many days of a doctor's schedule are shown at once. */
export const shownDays = 14;

const dayMs = 86_400_000;

/** The calendar day that many days later; no clock and no zone is involved. */
export const daysAfter = (day: CalendarDay, days: number): CalendarDay =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** By the day on the place's own clock, earliest first; days without a free time are left out. */
export function byDay(times: readonly FreeTime[]): readonly DayOfTimes[] {
  const days = new Map<CalendarDay, FreeTime[]>();
  for (const time of times.toSorted((a, b) => Date.parse(a.starts.at) - Date.parse(b.starts.at))) {
    const day = placeDay(time.starts);
    days.set(day, [...(days.get(day) ?? []), time]);
  }
  return [...days].map(([day, inDay]) => ({ day, times: inDay }));
}
