import { languages, type Language } from '#src/i18n/language.ts';
import { loadWords } from '#src/i18n/load-words.ts';
import { createSay } from '#src/i18n/say.ts';
import type { SayWords } from '#src/i18n/use-words.tsx';

export interface Speaker {
  readonly language: Language;
  readonly words: SayWords;
}

async function speaker(language: Language): Promise<Speaker> {
  const parts = await Promise.all([loadWords(language, 'first'), loadWords(language, 'later')]);
  return { language, words: createSay(language, Object.assign({}, ...parts)) };
}

let loading: Promise<Speaker[]> | undefined;

/** All words of all languages at once: only this page needs them. */
export const everyLanguage = (): Promise<Speaker[]> =>
  (loading ??= Promise.all(languages.map((language) => speaker(language))));
