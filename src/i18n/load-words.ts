import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { Language } from './language.ts';

/** By id: plain text, or the elements of an ICU message. */
export type Messages = Readonly<Record<string, string | MessageFormatElement[]>>;
export type Part = 'first' | 'later';

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
export const loadWords = async (language: Language, part: Part): Promise<Messages> =>
  (await loaders[language][part]()).default;
