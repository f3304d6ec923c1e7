import { useQueries } from '@tanstack/react-query';
import type { Booking } from '#contract/booking.ts';
import { bookingQueries } from '#src/queries/booking-queries.ts';
import { useSignedIn } from '#src/queries/session-queries.ts';

/** What a person has booked already, as far as the sources have answered. Nothing waits for it: it only warns. */
export function useOwnBookings(person: string): readonly Booking[] {
  const { sources } = useSignedIn();
  return useQueries({
    queries: sources.map((source) => bookingQueries.list(source, person)),
    combine: (results) => results.flatMap(({ data }) => data?.bookings ?? []),
  });
}
