import { placeDay } from '#contract/rules/place-day.ts';
import type { CalendarDay, PlaceTime } from '#contract/time.ts';

export interface DayOf<T> {
  readonly day: CalendarDay;
  readonly slots: readonly T[];
}

/** Times by the day on the clinic's own clock, in the order they came; days without any are left out. */
export function byDay<T extends { readonly starts: PlaceTime }>(slots: readonly T[]): readonly DayOf<T>[] {
  const days = new Map<CalendarDay, T[]>();
  for (const slot of slots) {
    const day = placeDay(slot.starts);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days].map(([day, inDay]) => ({ day, slots: inDay }));
}
