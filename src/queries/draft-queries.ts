import type { QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { draftTaken, type DraftValues, type SignInAgain } from '#contract/draft.ts';
import { draftAt } from './draft.ts';
import { portal } from './portal-client.ts';
import { sessionQueries } from './session-queries.ts';

const elsewhere = z.object({ location: z.string() });

/** Leaves for the identity provider; the portal keeps what is typed here meanwhile. Throws `ProblemError`: then nobody has left. */
export async function signInAgain(returnTo: string): Promise<void> {
  const draft = draftAt(returnTo);
  const body: SignInAgain = {
    returnTo,
    draft: draft && { account: draft.account, values: draft.values },
  };
  const { location: next } = await portal.post({ path: '/auth/login', schema: elsewhere, body });
  location.assign(next);
}

/** What was typed at this address before the person signed in again. Given once; asked for only where there is something. */
export async function takeDraft(queryClient: QueryClient, address: string): Promise<DraftValues> {
  const { queryKey } = sessionQueries.current();
  const known = queryClient.getQueryData(queryKey);
  if (!known?.authenticated || known.draft !== address) return {};
  const { values } = await portal.post({ path: '/api/session/draft', schema: draftTaken, body: { address } });
  queryClient.setQueryData(queryKey, (now) => (now?.authenticated ? { ...now, draft: null } : now));
  return values ?? {};
}
