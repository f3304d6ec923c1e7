import type { Booking } from '../booking.ts';

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

/** As the start page shows them: what is to come first, in its order; the rest after it. So the first few of many are those that are seen first. */
export function nearestFirst(bookings: readonly Booking[], now: Date): readonly Booking[] {
  const isToCome = (booking: Booking) => viewOf(booking, now) === 'upcoming';
  return [
    ...inOrder(bookings.filter(isToCome), 'upcoming'),
    ...bookings.filter((booking) => !isToCome(booking)),
  ];
}
