import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { session, type SignedIn } from '#contract/session.ts';
import { portal } from './portal-client.ts';

export const sessionQueries = {
  all: () => ['session'] as const,
  /** Who is signed in; signed out is an answer too. */
  current: () =>
    queryOptions({
      queryKey: sessionQueries.all(),
      queryFn: ({ signal }) => portal.get({ path: '/api/session', schema: session, signal }),
      staleTime: Infinity,
    }),
};

/** Who is signed in. Only for screens behind sign-in: the shell shows them to nobody else. */
export function useSignedIn(): SignedIn {
  const { data } = useSuspenseQuery(sessionQueries.current());
  if (!data.authenticated) throw new Error('A screen behind sign-in was shown to somebody signed out.');
  return data;
}
