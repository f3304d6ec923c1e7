import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { sessionQueries } from './session-queries.ts';
import { hearTabs, tellTabs } from './tabs.ts';

const channelName = 'talon-patient';
const thisTab = crypto.randomUUID();

let changes = 0;
const listeners = new Set<() => void>();

const set = (next: number) => {
  changes = next;
  for (const listener of listeners) listener();
};

/** What is on this screen is of a patient who is not in the registrar's hand any more. */
export const sayThatPatientChanged = () => set(changes + 1);
/** The person has been told, and goes on with whoever is in hand now. */
export const forgetThatPatientChanged = () => set(0);

/** How often that has been said since the person was told last; 0 for a screen that is of the right patient. */
export const usePatientChanges = (): number =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => changes,
  );

/** Nothing of the patient before stays in memory, not even who it was. */
export function forgetPatient(queryClient: QueryClient): void {
  const { queryKey } = sessionQueries.current();
  const [root] = queryKey;
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== root });
  queryClient.setQueryData(queryKey, (known) => (known?.authenticated ? { ...known, people: [] } : known));
}

/** Another patient is in hand by what was done here: the other tabs of this browser must not go on with the one before. */
export const tellOtherTabs = () => tellTabs(channelName, thisTab);

/** Calls back when another tab tells so. Returns how to stop listening. */
export const hearOtherTabs = (onChange: () => void) =>
  hearTabs(channelName, (said) => {
    if (said !== thisTab) onChange();
  });
