import type { Booking } from '#contract/booking.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import type { CalendarDay, PlaceTime } from '#contract/time.ts';

export interface Day {
  /** By the clock of the place; null for what has no time yet. */
  readonly day: CalendarDay | null;
  readonly time: PlaceTime | null;
  readonly bookings: readonly Booking[];
}

/** The day under which a booking stands, by the clock of its place. */
export const dayOf = ({ starts }: Booking): CalendarDay | null => starts && placeDay(starts);

/** Bookings that are in order, under their days. */
export function byDay(ordered: readonly Booking[]): readonly Day[] {
  const days = new Map<CalendarDay | null, Booking[]>();
  for (const booking of ordered) {
    const day = dayOf(booking);
    const there = days.get(day);
    if (there) there.push(booking);
    else days.set(day, [booking]);
  }
  return [...days].map(([day, ofDay]) => ({ day, time: ofDay[0]?.starts ?? null, bookings: ofDay }));
}
