import { queryOptions, skipToken, type QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { booking, bookingList, type Booking, type BookingList, type Source } from '#contract/booking.ts';
import { portal } from './portal-client.ts';
import { readRows } from './read-rows.ts';

/** Bookings change behind our back: shown from memory at once, and asked again when older than this. */
const freshMs = 15_000;

const nothing: readonly Booking[] = [];

export const bookingQueries = {
  all: () => ['bookings'] as const,
  lists: () => [...bookingQueries.all(), 'list'] as const,
  /** What one source has for one person. */
  list: (source: Source, person: string) =>
    queryOptions({
      queryKey: [...bookingQueries.lists(), source, person],
      queryFn: ({ signal, client }) => readList(client, source, person, signal),
      staleTime: freshMs,
    }),
  /** The first few of a list that is still arriving, those that are seen first; nothing before and after. */
  begun: (source: Source, person: string) =>
    queryOptions({
      queryKey: ['bookings-begun', source, person],
      queryFn: skipToken,
      initialData: nothing,
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

/** A first reading tells of its beginning; a later one leaves the list as it is until all of it is there. */
async function readList(
  client: QueryClient,
  source: Source,
  person: string,
  signal: AbortSignal,
): Promise<BookingList> {
  const { queryKey } = bookingQueries.begun(source, person);
  const isFirst = !client.getQueryData(bookingQueries.list(source, person).queryKey);
  const onBegun = (rows: readonly Booking[]) => {
    if (isFirst && !signal.aborted) client.setQueryData(queryKey, rows);
  };
  try {
    return await portal.get({
      path: `/api/bookings/${source}`,
      schema: bookingList,
      search: { person },
      signal,
      lines: async (body) => {
        let unreadable: number | undefined;
        const parse = (row: unknown) => {
          const line = z.safeParse(booking, row);
          if (line.success) return [line.data];
          unreadable = z.parse(bookingList, row).unreadable;
          return [];
        };
        const lines = await readRows(body, parse, (begun) => onBegun(begun.flat()));
        return { bookings: lines.flat(), unreadable };
      },
    });
  } finally {
    if (isFirst && client.getQueryData(queryKey)) client.setQueryData(queryKey, nothing);
  }
}
