import { useSyncExternalStore } from 'react';

let ended = false;
const listeners = new Set<() => void>();

const set = (next: boolean) => {
  if (ended === next) return;
  ended = next;
  for (const listener of listeners) listener();
};

/** Any answer may say that the session has ended; the shell then offers to sign in again. */
export const sayThatSessionEnded = () => set(true);
/** Before another test, or once somebody is signed in again. */
export const forgetThatSessionEnded = () => set(false);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const hasSessionEnded = () => ended;
export const useSessionEnded = () => useSyncExternalStore(subscribe, () => ended);
