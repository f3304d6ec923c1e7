import { useState } from 'react';
import type { Person } from '#contract/person.ts';

/** What was typed, for as long as the same people are looked at: neither the address nor the browser's storage knows it. */
const remembered = new WeakMap<readonly Person[], string>();

/** The words of a search. They are there again when one comes back from a booking that was found. */
export function useTyped(people: readonly Person[]) {
  const [typed, setTyped] = useState(() => remembered.get(people) ?? '');
  const remember = (text: string) => {
    remembered.set(people, text);
    setTyped(text);
  };
  return [typed, remember] as const;
}
