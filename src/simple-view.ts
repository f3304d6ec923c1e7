import { useSyncExternalStore } from 'react';

const storageKey = 'talon-view';
const mark = 'simple';

const listeners = new Set<() => void>();
const isSimple = () => document.documentElement.dataset['view'] === mark;

function read(): boolean {
  try {
    return localStorage.getItem(storageKey) === mark;
  } catch {
    return false;
  }
}

function show(simple: boolean): void {
  if (simple) document.documentElement.dataset['view'] = mark;
  else delete document.documentElement.dataset['view'];
  for (const listener of listeners) listener();
}

/** Larger words, and only what is needed for the one thing at hand. Says how a page looks, and nothing of who looks. */
export function switchSimpleView(simple: boolean): void {
  show(simple);
  try {
    if (simple) localStorage.setItem(storageKey, mark);
    else localStorage.removeItem(storageKey);
  } catch {
    // Storage may be off (private window, policy): the choice then lives as long as the page.
    return;
  }
}

/** As the address says (`?simple=1`, `?simple=0`), so that it can be sent to somebody, else as chosen on this device. */
export function startSimpleView(search: string): void {
  const asked = new URLSearchParams(search).get('simple');
  if (asked === '1' || asked === '0') switchSimpleView(asked === '1');
  else show(read());
}

export const useSimpleView = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, isSimple);
