import { queryOptions, skipToken, type QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { operation, operations } from '#contract/operation.ts';
import { bookingQueries } from './booking-queries.ts';
import { holdQueries } from './hold-queries.ts';
import { portal } from './portal-client.ts';
import { scheduleQueries } from './schedule-queries.ts';

/** The portal says by itself when an operation is settled; this is for the time when it cannot reach us. */
const askAgainMs = 5_000;

/** A little after it is due, so that the answer is about the send. */
const afterSendMs = 1_500;

export const operationPath = (id: string) => `/api/operations/${encodeURIComponent(id)}`;
const isOpen = (state: string | undefined) => state !== 'confirmed' && state !== 'refused';

export const operationQueries = {
  all: () => ['operations'] as const,
  /** The journal's row of a write, asked for until it says what became of it. Without an id nothing is asked. */
  untilSettled: (id: string | null) =>
    queryOptions({
      queryKey: [...operationQueries.all(), 'one', id],
      queryFn:
        id === null
          ? skipToken
          : ({ signal }) => portal.get({ path: operationPath(id), schema: operation, signal }),
      refetchInterval: ({ state: { data } }) =>
        !isOpen(data?.state)
          ? false
          : data?.sendsInMs === undefined
            ? askAgainMs
            : data.sendsInMs + afterSendMs,
      staleTime: 0,
    }),
  /** A person's writes that are not settled yet, and those that were settled after they had left. */
  toTell: (person: string) =>
    queryOptions({
      queryKey: [...operationQueries.all(), 'to-tell', person],
      queryFn: async ({ signal }) =>
        (await portal.get({ path: '/api/operations', schema: operations, search: { person }, signal }))
          .operations,
      refetchInterval: ({ state: { data } }) =>
        data?.some(({ state }) => isOpen(state)) ? askAgainMs : false,
      staleTime: 0,
    }),
};

/** Resolves once somebody can see this page. */
const whenVisible = (): Promise<void> =>
  new Promise((done) => {
    if (document.visibilityState === 'visible') return done();
    document.addEventListener('visibilitychange', () => done(), { once: true });
  });

/** The person has seen how a write ended, and need not be told again. Nothing is lost where this does not get through. */
export async function sayThatSeen(queryClient: QueryClient, id: string): Promise<void> {
  await whenVisible();
  await portal
    .post({ path: `${operationPath(id)}/seen`, schema: z.unknown(), body: {} })
    .catch(() => undefined);
  await queryClient.invalidateQueries({ queryKey: operationQueries.all() });
}

/** Everything that a write may have changed is read again; what is not on the screen, when it is next shown. */
export const refreshAfterWrite = (queryClient: QueryClient): Promise<unknown> =>
  Promise.all(
    [bookingQueries, holdQueries, scheduleQueries].map(({ all }) =>
      queryClient.invalidateQueries({ queryKey: all() }),
    ),
  );

/** An operation stands otherwise than before: it, and all that it may have changed, is asked for again. */
export const refreshAfterNews = (queryClient: QueryClient): Promise<unknown> =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: operationQueries.all() }),
    refreshAfterWrite(queryClient),
  ]);
