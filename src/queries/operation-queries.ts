import { queryOptions, skipToken, type QueryClient } from '@tanstack/react-query';
import { operation } from '#contract/operation.ts';
import { bookingQueries } from './booking-queries.ts';
import { holdQueries } from './hold-queries.ts';
import { portal } from './portal-client.ts';
import { scheduleQueries } from './schedule-queries.ts';

const askAgainMs = 2_000;

export const operationQueries = {
  /** The journal's row of a write, asked for until it says what became of it. Without an id nothing is asked. */
  untilSettled: (id: string | null) =>
    queryOptions({
      queryKey: ['operations', id],
      queryFn:
        id === null
          ? skipToken
          : ({ signal }) =>
              portal.get({ path: `/api/operations/${encodeURIComponent(id)}`, schema: operation, signal }),
      refetchInterval: ({ state: { data } }) =>
        data?.state === 'confirmed' || data?.state === 'refused' ? false : askAgainMs,
      staleTime: 0,
    }),
};

/** Everything that a write may have changed is read again; what is not on the screen, when it is next shown. */
export const refreshAfterWrite = (queryClient: QueryClient): Promise<unknown> =>
  Promise.all(
    [bookingQueries, holdQueries, scheduleQueries].map(({ all }) =>
      queryClient.invalidateQueries({ queryKey: all() }),
    ),
  );
