import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { SignedIn } from '#contract/session.ts';
import { bookingQueries } from '../booking-queries.ts';
import { readCopy, renewCopy, startCopy, type DeviceCopy } from './copy-store.ts';
import { forgetCopy } from './forget-copy.ts';
import { nextVisits } from './next-visits.ts';
import { startOfflineWorker } from './offline-worker.ts';

export const copyQueries = {
  /** What this device keeps; null where nobody asked for it. */
  current: () => queryOptions({ queryKey: ['device-copy'] as const, queryFn: readCopy, staleTime: Infinity }),
};

/**
 * The next visits, once every source has answered for everybody: half an answer would look as if the rest were cancelled.
 * As old as its oldest part. Null while something is missing.
 */
export function copyOf(queryClient: QueryClient, { account, sources, people }: SignedIn): DeviceCopy | null {
  const answers = sources.flatMap((source) =>
    people.map(({ ref }) => queryClient.getQueryState(bookingQueries.list(source, ref).queryKey)),
  );
  const bookings = answers.flatMap((answer) =>
    answer?.status === 'success' && answer.data && !answer.data.unreadable ? [answer.data.bookings] : [],
  );
  if (answers.length === 0 || bookings.length < answers.length) return null;
  const asOf = new Date(Math.min(...answers.map((answer) => answer?.dataUpdatedAt ?? 0)));
  return { account, asOf: asOf.toISOString(), visits: [...nextVisits(bookings.flat(), people, asOf)] };
}

/** From now on this device keeps the next visits, and what shows them. Rejects where it cannot: then nothing is kept. */
export async function keepCopy(queryClient: QueryClient, session: SignedIn): Promise<void> {
  try {
    await startOfflineWorker();
    await startCopy(copyOf(queryClient, session) ?? { account: session.account, asOf: null, visits: [] });
  } catch (error) {
    await dropCopy(queryClient);
    throw error;
  }
  await queryClient.invalidateQueries(copyQueries.current());
}

/** What is kept becomes what the lists say now, where something is kept for this very person; else it stays, with its own time. */
export async function freshenCopy(queryClient: QueryClient, session: SignedIn): Promise<void> {
  const copy = copyOf(queryClient, session);
  if (copy && (await renewCopy(copy))) queryClient.setQueryData(copyQueries.current().queryKey, copy);
}

/** Nothing is kept any more. */
export async function dropCopy(queryClient: QueryClient): Promise<void> {
  await forgetCopy();
  queryClient.setQueryData(copyQueries.current().queryKey, null);
}
