import { useSyncExternalStore } from 'react';

/** Why this page is nobody's any more: its session is over, or somebody else has signed in in this browser. */
export type Ended = 'ended' | 'another-account' | null;

let ended: Ended = null;
const listeners = new Set<() => void>();

const set = (next: Ended) => {
  if (ended === next) return;
  ended = next;
  for (const listener of listeners) listener();
};

/** Any answer may say that the session has ended; the shell then offers to sign in again. */
export const sayThatSessionEnded = () => set('ended');
/** Somebody else is signed in by now: nothing of either of them stays on this page. */
export const sayThatAccountChanged = () => set('another-account');
/** Before another test, or once somebody is signed in again. */
export const forgetThatSessionEnded = () => set(null);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const hasSessionEnded = () => ended === 'ended';
export const useSessionEnded = () => useSyncExternalStore(subscribe, () => ended);
