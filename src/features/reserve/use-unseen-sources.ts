import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { Source } from '#contract/booking.ts';
import { bookingQueries } from '#src/queries/booking-queries.ts';
import { problemOf } from '#src/queries/portal-client.ts';
import { useSignedIn } from '#src/queries/session-queries.ts';

/**
 * Twice more, so that it ends after the five seconds for which the portal leaves a system alone that was down: within them
 * every press would be answered as before, although the system is back.
 */
const patiently = {
  retry: (earlierRepeats: number, error: Error) =>
    earlierRepeats < 2 && problemOf(error).failure === 'portal.source-unavailable',
  retryDelay: 3_000,
  staleTime: 0,
} as const;

/** Whom the clinics do not know has nothing there to compare with, and is told so where a time is chosen. */
const isWithoutCard = (error: Error) => problemOf(error).failure === 'portal.no-card';

/** Without a connection nothing can be kept, and the page says so; what was seen before is still compared with. */
const isOffline = (error: Error) => problemOf(error).failure === 'portal.offline';

/** The sources that did not say what a person has booked, so that nothing there could be compared; and how to ask them again. */
export function useUnseenSources(person: string): {
  readonly unseen: readonly Source[];
  readonly isAsking: boolean;
  /** Whether all of them have answered now. */
  readonly again: () => Promise<boolean>;
} {
  const { sources } = useSignedIn();
  const queryClient = useQueryClient();
  const ask = async (source: Source) =>
    queryClient.fetchQuery({ ...bookingQueries.list(source, person), ...patiently });
  return useQueries({
    queries: sources.map((source) => bookingQueries.list(source, person)),
    combine: (results) => {
      // Asked again after a failure it is pending, and nothing of it has been seen all the same.
      const isUnseen = results.map(
        ({ error, data, isPending, errorUpdateCount }) =>
          (error !== null && !isWithoutCard(error) && !(data && isOffline(error))) ||
          (isPending && errorUpdateCount > 0) ||
          Boolean(data?.unreadable),
      );
      const unseen = sources.filter((_, index) => isUnseen[index]);
      return {
        unseen,
        isAsking: results.some(({ isFetching }, index) => isUnseen[index] && isFetching),
        again: async () =>
          (await Promise.allSettled(unseen.map(ask))).every(
            (answer) => answer.status === 'fulfilled' && !answer.value.unreadable,
          ),
      };
    },
  });
}
