import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { portal } from './portal-client.ts';

const channelName = 'talon-session';
const signedOut = 'signed-out';

/** Where the browser goes next: our page, or the identity provider's, so that it forgets too. */
const answer = z.object({ location: z.string() });

/** Ends the session on the server, forgets everything here, tells the other tabs, and leaves the page. */
export const signOut = (queryClient: QueryClient) =>
  mutationOptions({
    mutationKey: ['session', 'sign-out'],
    mutationFn: () => portal.post({ path: '/auth/logout', schema: answer, body: {} }),
    onSuccess: ({ location: next }) => {
      queryClient.clear();
      const channel = new BroadcastChannel(channelName);
      channel.postMessage(signedOut);
      channel.close();
      location.assign(next);
    },
  });

/** Calls back when another tab of this browser signs out. Returns how to stop listening. */
export function hearSignOut(onSignOut: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === signedOut) onSignOut();
  };
  return () => channel.close();
}
