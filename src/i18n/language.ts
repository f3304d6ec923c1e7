import table from 'virtual:languages';

/** The name of a folder in locales/. */
export type Language = string;

/** The languages that Talon speaks: one is added by adding its folder (docs/languages.md). */
export const languages: readonly Language[] = Object.keys(table);

export function about(language: Language) {
  const found = table[language];
  if (!found) throw new Error(`There is no language ${language}.`);
  return found;
}

const storageKey = 'talon-lang';

/** What was chosen on this device, else what the browser would like best of those that are spoken, else English. */
export function initialLanguage(asked: readonly string[] = navigator.languages): Language {
  const wishes = [readChosen() ?? '', ...asked].flatMap((tag) => [tag, tag.split('-')[0]?.toLowerCase()]);
  return wishes.find((wish) => wish !== undefined && languages.includes(wish)) ?? 'en';
}

/** Remembers the choice and tells it to the document, so that screen readers use the right voice and installing the right name. */
export function rememberLanguage(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = about(language).direction;
  document.querySelector('link[rel=manifest]')?.setAttribute('href', `/manifest.${language}.webmanifest`);
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
