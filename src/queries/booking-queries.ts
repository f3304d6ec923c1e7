import { queryOptions } from '@tanstack/react-query';
import { booking, bookingList, type Source } from '#contract/booking.ts';
import { portal } from './portal-client.ts';

/** Bookings change behind our back: shown from memory at once, and asked again when older than this. */
const freshMs = 15_000;

export const bookingQueries = {
  all: () => ['bookings'] as const,
  lists: () => [...bookingQueries.all(), 'list'] as const,
  /** What one source has for one person. */
  list: (source: Source, person: string) =>
    queryOptions({
      queryKey: [...bookingQueries.lists(), source, person],
      queryFn: ({ signal }) =>
        portal.get({ path: `/api/bookings/${source}`, schema: bookingList, search: { person }, signal }),
      staleTime: freshMs,
    }),
  one: (source: Source, id: string, person: string) =>
    queryOptions({
      queryKey: [...bookingQueries.all(), 'one', source, person, id],
      queryFn: ({ signal }) =>
        portal.get({
          path: `/api/bookings/${source}/${encodeURIComponent(id)}`,
          schema: booking,
          search: { person },
          signal,
        }),
      staleTime: freshMs,
    }),
};
