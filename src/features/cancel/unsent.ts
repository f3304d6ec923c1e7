import { useSyncExternalStore } from 'react';
import type { BookingKind } from '#contract/booking.ts';

/** A cancel that was pressed and never sent, because the page was left before. */
export interface Unsent {
  readonly kind: BookingKind;
  /** Whose booking it is. */
  readonly person: string;
  /** The way back to the question. */
  readonly to: string;
}

let unsent: Unsent | null = null;
const listeners = new Set<() => void>();

const say = (next: Unsent | null) => {
  unsent = next;
  for (const listener of listeners) listener();
};

export const noteUnsent = (left: Unsent) => say(left);
export const forgetUnsent = () => say(null);

export const useUnsent = (): Unsent | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => unsent,
  );

const marked = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'unsent' in state && state.unsent === true;

/** Marks this place of the history as one where something waits to be sent: a reload, or Back, finds the mark again. */
export function markUnsent(waits: boolean): void {
  const state: unknown = history.state;
  if (marked(state) === waits) return;
  history.replaceState({ ...(typeof state === 'object' ? state : {}), unsent: waits }, '');
}

/** Whether this place was left while something waited to be sent. */
export const wasUnsent = (): boolean => marked(history.state);
