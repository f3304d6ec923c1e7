import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { session, type SignedIn } from '#contract/session.ts';
import { noteThatShared } from './device-copy/shared-device.ts';
import { noteAccount } from './own-account.ts';
import { portal } from './portal-client.ts';

export const sessionQueries = {
  all: () => ['session'] as const,
  /** Who is signed in; signed out is an answer too. A desk is a shared device from the moment that its registrar is known. */
  current: () =>
    queryOptions({
      queryKey: sessionQueries.all(),
      queryFn: async ({ signal }) => {
        const answer = await portal.get({ path: '/api/session', schema: session, signal });
        if (answer.authenticated) noteAccount(answer.account);
        if (answer.authenticated && answer.role === 'registrar') noteThatShared();
        return answer;
      },
      staleTime: Infinity,
    }),
};

/** Who is signed in. Only for screens behind sign-in: the shell shows them to nobody else. */
export function useSignedIn(): SignedIn {
  const { data } = useSuspenseQuery(sessionQueries.current());
  if (!data.authenticated) throw new Error('A screen behind sign-in was shown to somebody signed out.');
  return data;
}
