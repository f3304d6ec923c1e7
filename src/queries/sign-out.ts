import type { QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { forgetCopy } from './device-copy/forget-copy.ts';
import { portal } from './portal-client.ts';
import { hearTabs, tellTabs } from './tabs.ts';

const channelName = 'talon-session';
const signedOut = 'signed-out';

/** Where the browser goes next: our page, or the identity provider's, so that it forgets too. */
const answer = z.object({ location: z.string() });

/**
 * Ends the session on the server, forgets everything here, tells the other tabs, and leaves the page.
 * Throws `ProblemError`: then somebody is still signed in, and must be told. (Not a React Query mutation: it ends the page
 * that would show it, and the first load need not carry the code of mutations.)
 */
export async function signOut(queryClient: QueryClient): Promise<void> {
  // First: whatever becomes of the rest, somebody who wants to leave leaves nothing on this device.
  await forgetCopy();
  const { location: next } = await portal.post({ path: '/auth/logout', schema: answer, body: {} });
  queryClient.clear();
  tellTabs(channelName, signedOut);
  location.assign(next);
}

/** Calls back when another tab of this browser signs out. Returns how to stop listening. */
export const hearSignOut = (onSignOut: () => void) =>
  hearTabs(channelName, (said) => {
    if (said === signedOut) onSignOut();
  });
