import type { MessageFormatElement } from 'react-intl';
import type { Language } from './language.ts';

export type Messages = Readonly<Record<string, MessageFormatElement[]>>;
export type Part = 'first' | 'later';

const literal = 0;

const loaders = {
  ru: {
    first: () => import('virtual:catalogue/ru/first'),
    later: () => import('virtual:catalogue/ru/later'),
  },
  en: {
    first: () => import('virtual:catalogue/en/first'),
    later: () => import('virtual:catalogue/en/later'),
  },
} as const satisfies Record<Language, Record<Part, unknown>>;

/** Loads one part of a language's words. `first` is what the first screen needs, `later` is the rest. */
export async function loadWords(language: Language, part: Part): Promise<Messages> {
  const { default: catalogue } = await loaders[language][part]();
  return Object.fromEntries(
    Object.entries(catalogue).map(([id, message]) => [
      id,
      typeof message === 'string' ? [{ type: literal, value: message }] : message,
    ]),
  );
}
