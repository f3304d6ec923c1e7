import type { Booking } from '#contract/booking.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import type { CalendarDay, PlaceTime } from '#contract/time.ts';

export const views = ['upcoming', 'past', 'cancelled'] as const;
export type View = (typeof views)[number];

const over: ReadonlySet<Booking['status']['kind']> = new Set([
  'completed',
  'missed',
  'transferred',
  'became-visit',
]);

/** Where a booking belongs. Without a time or a known state it stays in sight: upcoming. */
export function viewOf({ status, starts, ends }: Booking, now: Date): View {
  if (status.kind === 'cancelled') return 'cancelled';
  if (over.has(status.kind)) return 'past';
  const end = ends ?? starts;
  return end && Date.parse(end.at) < now.getTime() && status.kind !== 'in-progress' ? 'past' : 'upcoming';
}

export interface Day {
  /** By the clock of the place; null for what has no time yet. */
  readonly day: CalendarDay | null;
  readonly time: PlaceTime | null;
  readonly bookings: readonly Booking[];
}

const startOf = ({ starts }: Booking) => (starts ? Date.parse(starts.at) : null);

/**
 * One view's bookings: the soonest first, in the past the latest first. What has no time comes before the upcoming ones,
 * because it may wait for the person, and after all others elsewhere.
 */
export function inOrder(bookings: readonly Booking[], view: View): readonly Booking[] {
  const direction = view === 'upcoming' ? 1 : -1;
  const timeless = view === 'upcoming' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return bookings
    .map((booking) => {
      const start = startOf(booking);
      return { booking, key: start === null ? timeless : start * direction };
    })
    .sort((a, b) => Math.sign(a.key - b.key) || a.booking.id.localeCompare(b.booking.id))
    .map(({ booking }) => booking);
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
