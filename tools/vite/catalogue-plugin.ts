import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';
import { mirrored, mirroredLanguage } from './mirrored-language.ts';

const localesFolder = fileURLToPath(new URL('../../src/i18n/locales/', import.meta.url));
const prefix = 'virtual:catalogue/';
const listId = 'virtual:languages';
const aboutFile = 'language.json';

/** The words that the first screen needs; everything else comes with the screens that need it. */
const firstNamespaces: readonly string[] = ['common', 'my-bookings', 'sign-in'];

/** The language that decides which messages there are. */
const deciding = 'ru';

export interface AboutLanguage {
  /** As those call it who speak it. */
  readonly name: string;
  /** For dates and numbers. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Its days and months, where not every browser knows them (src/i18n/own-dates.ts). */
  readonly dates?: unknown;
}

const json = (path: string) => JSON.parse(readFileSync(localesFolder + path, 'utf8'));

/** Every language that has a folder, the deciding one first. */
export function readLanguages(): Record<string, AboutLanguage> {
  const folders = readdirSync(localesFolder).toSorted(
    (one, other) => Number(other === deciding) - Number(one === deciding) || one.localeCompare(other),
  );
  return Object.fromEntries(
    folders.map((folder) => {
      const {
        name,
        locale,
        direction = 'ltr',
        dates,
      }: Partial<AboutLanguage> = json(`${folder}/${aboutFile}`);
      if (!name || !locale || (direction !== 'ltr' && direction !== 'rtl'))
        throw new Error(`${folder}/${aboutFile} must have a name and a locale.`);
      return [folder, { name, locale, direction, ...(dates !== undefined && { dates }) }];
    }),
  );
}

/** Messages of one language, as written by translators: id to ICU text. */
export function readLanguage(
  language: string,
  part: 'all' | 'first' | 'later' = 'all',
): Record<string, string> {
  if (language === mirroredLanguage) return mirrored(readLanguage('en', part));
  const folder = `${localesFolder}${language}/`;
  const words: Record<string, string> = {};
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json') || file === aboutFile) continue;
    const isFirst = firstNamespaces.includes(file.slice(0, -'.json'.length));
    if (part !== 'all' && isFirst !== (part === 'first')) continue;
    for (const [id, text] of Object.entries<string>(json(`${language}/${file}`))) {
      if (id in words) throw new Error(`Message ${id} is written twice in ${language}.`);
      words[id] = text;
    }
  }
  return words;
}

/** What a language does not say yet is said in the deciding one: a hole would be worse, and a test holds all of them complete. */
const readWhole = (language: string, part: 'all' | 'first' | 'later') => ({
  ...readLanguage(deciding, part),
  ...readLanguage(language, part),
});

/** A message without placeholders stays text: shorter to send, and expanded when loaded. */
function compile(id: string, text: string) {
  try {
    const elements = parse(text, { captureLocation: false });
    const [only] = elements;
    return elements.length === 1 && only && 'value' in only && only.type === 0 ? only.value : elements;
  } catch (cause) {
    throw new Error(`Message ${id} is not valid ICU: ${text}`, { cause });
  }
}

/** The module that names every language and knows how its words are loaded. */
function languageList(withMirrored: boolean): string {
  const languages: Record<string, AboutLanguage> = {
    ...readLanguages(),
    ...(withMirrored && {
      [mirroredLanguage]: { name: 'Mirrored', locale: mirroredLanguage, direction: 'rtl' },
    }),
  };
  const rows = Object.entries(languages).map(([language, about]) => {
    const load = (part: string) => `() => import(${JSON.stringify(`${prefix}${language}/${part}`)})`;
    return `${JSON.stringify(language)}: { ...${JSON.stringify(about)}, first: ${load('first')}, later: ${load('later')} }`;
  });
  return `export default { ${rows.join(',\n')} };`;
}

/**
 * Gives `virtual:languages`, a row for each folder of locales/, and `virtual:catalogue/<language>/<part>`, whose default
 * export is the language's messages compiled from ICU text, so that no parser is sent to the browser
 * (docs/decisions/0007). Parts: `first` (the first screen), `later`, `all`. A mirrored language exists while developing.
 */
export function catalogue(): Plugin {
  let developing = false;
  return {
    name: 'talon-catalogue',
    configResolved: ({ command }) => {
      developing = command === 'serve';
    },
    resolveId: (id) => (id === listId || id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${listId}`) return languageList(developing);
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const [language = '', part] = id.slice(prefix.length + 1).split('/');
      if (part !== 'first' && part !== 'later' && part !== 'all') throw new Error(`No such catalogue: ${id}`);
      const folder = language === mirroredLanguage ? 'en' : language;
      for (const file of readdirSync(localesFolder + folder)) {
        this.addWatchFile(`${localesFolder}${folder}/${file}`);
      }
      const words = Object.fromEntries(
        Object.entries(readWhole(language, part)).map(([key, text]) => [key, compile(key, text)]),
      );
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(words))});`;
    },
    handleHotUpdate({ file, server }) {
      if (file.startsWith(localesFolder)) server.ws.send({ type: 'full-reload' });
    },
  };
}
