import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { about, type Language } from './language.ts';

/** By id: plain text, or the elements of an ICU message. */
export type Messages = Readonly<Record<string, string | MessageFormatElement[]>>;
export type Part = 'first' | 'later';

/** Loads one part of a language's words. `first` is what the first screen needs, `later` is the rest. */
export const loadWords = async (language: Language, part: Part): Promise<Messages> =>
  (await about(language)[part]()).default;
