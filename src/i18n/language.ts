/** The languages that Talon speaks. One is added here, in locales/, and in `load-words.ts`. */
export const languages = ['ru', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'talon-lang';

const known = (value: string | null): Language | undefined => languages.find((one) => one === value);

/** What was chosen on this device, else what the browser asks for, else English. */
export function initialLanguage(): Language {
  const chosen = known(readChosen());
  if (chosen) return chosen;
  return navigator.language.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

/** Remembers the choice and tells it to the document, so that screen readers use the right voice. */
export function rememberLanguage(language: Language): void {
  document.documentElement.lang = language;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage may be off (private window, policy): the choice then lives as long as the page.
    return;
  }
}

function readChosen(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
