import { useSyncExternalStore } from 'react';
import type { Language } from './language.ts';
import type { MessageId } from './message-id.ts';
import type { WordValues } from './say.ts';
import { currentWords, subscribeToWords } from './words-store.ts';

/** Says a message in the current language: `words('reserve.title')`. */
export type SayWords = (id: MessageId, values?: WordValues) => string;

/** The words of the current language; a switch shows at once, wherever they are used. */
export const useWords = (): SayWords => useSyncExternalStore(subscribeToWords, () => currentWords().say);

/** A message as a part of the screen: `<Words id="reserve.title" />`. */
export function Words({ id, values }: { id: MessageId; values?: WordValues }) {
  return useWords()(id, values);
}

export const useLanguage = (): Language =>
  useSyncExternalStore(subscribeToWords, () => currentWords().language);
