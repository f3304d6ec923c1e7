import type { QueryClient } from '@tanstack/react-query';
import { session, type Session, type SignedIn } from '#contract/session.ts';
import { noteAccount } from './own-account.ts';
import { portal, problemOf } from './portal-client.ts';
import { sayThatSessionEnded } from './session-ended.ts';
import { sessionQueries } from './session-queries.ts';
import { hearTabs, tellTabs } from './tabs.ts';

const channelName = 'talon-session-end';
const warningMs = 2 * 60_000;
const askEveryMs = 15_000;
const atLeastMs = 1_000;

/** What was said last of the session's end; by the portal's clock, so nobody's device is asked what time it is. */
type Told = Pick<SignedIn, 'now' | 'endsAt' | 'lastsUntil'>;

const leftMs = ({ now, endsAt }: Told) => Date.parse(endsAt) - Date.parse(now);

/** Whether it was said to end so soon that the person must be told. */
export const endsSoon = (told: Told): boolean => leftMs(told) <= warningMs;

/** Whether staying moves the end far enough to be worth a press. */
export const canStay = ({ endsAt, lastsUntil }: Told): boolean =>
  Date.parse(lastsUntil) - Date.parse(endsAt) >= warningMs;

/** How long after an answer to ask again: when the warning is due, then often enough to hear of other tabs, and at the end. */
export const askAgainInMs = (told: Told): number => {
  const left = leftMs(told);
  return Math.max(endsSoon(told) ? Math.min(left, askEveryMs) : left - warningMs, atLeastMs);
};

/** Learns when the session ends now, which asking does not change. Silence teaches nothing. */
export async function askForSessionEnd(queryClient: QueryClient): Promise<void> {
  await portal.get({ path: '/api/session', schema: session }).then(
    (answer) => learn(queryClient, answer),
    () => undefined,
  );
}

/** Keeps the session alive and tells the other tabs. Throws `ProblemError`: then it ends as it would have. */
export async function staySignedIn(queryClient: QueryClient): Promise<void> {
  try {
    learn(queryClient, await portal.post({ path: '/api/session/stay', schema: session, body: {} }));
  } catch (error) {
    if (problemOf(error).failure !== 'portal.session-ended') throw error;
    sayThatSessionEnded();
  }
  tellTabs(channelName);
}

/** Calls back when another tab keeps the session alive. Returns how to stop listening. */
export const hearStay = (onStay: () => void) => hearTabs(channelName, onStay);

function learn(queryClient: QueryClient, answer: Session): void {
  if (!answer.authenticated) return sayThatSessionEnded();
  const { queryKey } = sessionQueries.current();
  const { account, now, endsAt, lastsUntil } = answer;
  const known = queryClient.getQueryData(queryKey);
  if (!known?.authenticated) return;
  noteAccount(account);
  if (known.account !== account) return;
  // Only the end: who is in hand may have changed while this answer was on its way.
  queryClient.setQueryData(queryKey, () => ({ ...known, now, endsAt, lastsUntil }));
}
