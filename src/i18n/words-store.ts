import { initialLanguage, rememberLanguage, type Language } from './language.ts';
import { loadWords, type Messages, type Part } from './load-words.ts';
import { createSay } from './say.ts';

interface Words {
  readonly language: Language;
  readonly messages: Messages;
  readonly say: ReturnType<typeof createSay>;
}

const wordsOf = (language: Language, messages: Messages): Words => ({
  language,
  messages,
  say: createSay(language, messages),
});

let words = wordsOf('ru', {});
const parts = new Set<Part>();
const listeners = new Set<() => void>();

const show = (next: Words) => {
  words = next;
  rememberLanguage(next.language);
  // A later screen's words may come before the first ones.
  if ('common.product' in next.messages)
    document.documentElement.dataset['product'] = next.say('common.product');
  for (const listener of listeners) listener();
};

export const currentWords = (): Words => words;

export const subscribeToWords = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Loads the words of the first screen in this device's language. Called once, before anything is shown. */
export async function startWords(language: Language = initialLanguage()): Promise<void> {
  parts.add('first');
  // The language is decided before the first word comes, so that a later screen's words are asked for in it too.
  words = wordsOf(language, words.messages);
  const first = await loadWords(language, 'first');
  show(wordsOf(language, { ...words.messages, ...first }));
}

/** Makes sure that all words are there. Screens that come later wait for it together with their code. */
export async function needAllWords(): Promise<void> {
  if (parts.has('later')) return;
  const { language } = words;
  const later = await loadWords(language, 'later');
  parts.add('later');
  // Somebody may have switched meanwhile: then the words that just came are of the wrong language.
  if (words.language !== language) return switchLanguage(words.language);
  show(wordsOf(language, { ...words.messages, ...later }));
}

/** Shows everything in another language, without a reload: what is on the screen and being typed stays. */
export async function switchLanguage(language: Language): Promise<void> {
  const loaded = await Promise.all([...parts].map((part) => loadWords(language, part)));
  show(wordsOf(language, Object.assign({}, ...loaded)));
}
