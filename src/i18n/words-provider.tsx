import { useSyncExternalStore, type ReactNode } from 'react';
import { RawIntlProvider, createIntl, createIntlCache } from 'react-intl';
import { currentWords, subscribeToWords } from './words-store.ts';
import { useMemo } from 'react';

/** Gives the words of the current language to everything inside; a switch shows at once. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const { language, messages } = useSyncExternalStore(subscribeToWords, currentWords);
  const intl = useMemo(
    () => createIntl({ locale: language, defaultLocale: language, messages }, createIntlCache()),
    [language, messages],
  );
  return <RawIntlProvider value={intl}>{children}</RawIntlProvider>;
}
