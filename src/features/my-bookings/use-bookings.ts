import { useQueries } from '@tanstack/react-query';
import type { Booking, BookingList, Source } from '#contract/booking.ts';
import { bookingQueries } from '#src/queries/booking-queries.ts';
import { problemOf } from '#src/queries/portal-client.ts';

/** With so many in sight the beginning of another list would only disturb who is looking for one. */
const enough = 10;

/** How often a request is asked again while its times are being looked for. */
const lookingMs = 10_000;

export interface Bookings {
  /** Everything that has arrived so far. */
  readonly bookings: readonly Booking[];
  /** Some list is still arriving: of it, only the beginning is there. */
  readonly isBegun: boolean;
  /** Of each list there is at least the beginning, or the word that it does not come. */
  readonly isAllHeard: boolean;
  /** Sources that have not answered yet. */
  readonly awaited: readonly Source[];
  /** Sources whose answer did not come: their bookings may exist all the same. */
  readonly missing: readonly Source[];
  /** Whom the clinics do not know: there is nothing of them to be seen or booked there. */
  readonly withoutCard: readonly string[];
  /** Sources that have records beside those that are shown, which could not be read. */
  readonly unreadable: readonly Source[];
  readonly askAgain: () => void;
}

const isWithoutCard = (error: Error | null) => problemOf(error).failure === 'portal.no-card';

const whileLooking = ({ state }: { state: { data: BookingList | undefined } }) =>
  state.data?.bookings.some(({ status }) => status.kind === 'looking-for-times') ? lookingMs : false;

/** Asks each source for each person on its own, so that none waits for another. */
export function useBookings(sources: readonly Source[], people: readonly string[]): Bookings {
  const asked = sources.flatMap((source) => people.map((person) => ({ source, person })));
  const begun = useQueries({
    queries: asked.map(({ source, person }) => bookingQueries.begun(source, person)),
    combine: (results) => results.map(({ data }) => data),
  });
  return useQueries({
    queries: asked.map(({ source, person }) => ({
      ...bookingQueries.list(source, person),
      refetchInterval: whileLooking,
    })),
    combine: (results) => {
      const sourcesWhere = (is: (result: (typeof results)[number]) => boolean) =>
        sources.filter((source) =>
          results.some((result, index) => asked[index]?.source === source && is(result)),
        );
      const whole = results.flatMap(({ data }) => data?.bookings ?? []);
      const beginnings =
        whole.length < enough ? results.flatMap(({ data }, index) => (data ? [] : (begun[index] ?? []))) : [];
      return {
        bookings: beginnings.length > 0 ? [...whole, ...beginnings] : whole,
        isBegun: beginnings.length > 0,
        isAllHeard: results.every(({ isPending }, index) => !isPending || Boolean(begun[index]?.length)),
        awaited: sourcesWhere(({ isPending }) => isPending),
        missing: sourcesWhere(({ isError, error }) => isError && !isWithoutCard(error)),
        withoutCard: people.filter((person) =>
          results.some(({ error }, index) => asked[index]?.person === person && isWithoutCard(error)),
        ),
        unreadable: sourcesWhere(({ data }) => Boolean(data?.unreadable)),
        askAgain: () => {
          for (const { isError, data, refetch } of results) if (isError || data?.unreadable) void refetch();
        },
      };
    },
  });
}
