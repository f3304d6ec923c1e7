import { useQueries } from '@tanstack/react-query';
import type { Source } from '#contract/booking.ts';
import { bookingQueries } from '#src/queries/booking-queries.ts';
import { useSignedIn } from '#src/queries/session-queries.ts';

/** The sources that did not say what a person has booked, so that nothing there could be compared; and how to ask them again. */
export function useUnseenSources(person: string): {
  readonly unseen: readonly Source[];
  readonly isAsking: boolean;
  readonly again: () => void;
} {
  const { sources } = useSignedIn();
  return useQueries({
    queries: sources.map((source) => bookingQueries.list(source, person)),
    combine: (results) => {
      // Asked again after a failure it is pending, and nothing of it has been seen all the same.
      const isUnseen = results.map(
        ({ isError, isPending, errorUpdateCount }) => isError || (isPending && errorUpdateCount > 0),
      );
      const failed = results.filter((_, index) => isUnseen[index]);
      return {
        unseen: sources.filter((_, index) => isUnseen[index]),
        isAsking: failed.some(({ isFetching }) => isFetching),
        again: () => failed.forEach(({ refetch }) => void refetch()),
      };
    },
  });
}
