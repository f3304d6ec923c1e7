import { useCallback, useSyncExternalStore } from 'react';
import { useIntl } from 'react-intl';
import type { Language } from './language.ts';
import type { MessageId } from './message-id.ts';
import { currentWords, subscribeToWords } from './words-store.ts';

export type WordValues = Readonly<Record<string, string | number>>;
/** Says a message in the current language: `words('reserve.title')`. */
export type SayWords = (id: MessageId, values?: WordValues) => string;

export function useWords(): SayWords {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}

/** A message as a part of the screen: `<Words id="reserve.title" />`. */
export function Words({ id, values }: { id: MessageId; values?: WordValues }) {
  return useWords()(id, values);
}

export const useLanguage = (): Language =>
  useSyncExternalStore(subscribeToWords, () => currentWords().language);
