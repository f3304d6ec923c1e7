import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const localesFolder = fileURLToPath(new URL('../../src/i18n/locales/', import.meta.url));
const prefix = 'virtual:catalogue/';

/** The words that the first screen needs; everything else comes with the screens that need it. */
const firstNamespaces: readonly string[] = ['common', 'my-bookings', 'sign-in'];

/** Messages of one language, as written by translators: id to ICU text. */
export function readLanguage(
  language: string,
  part: 'all' | 'first' | 'later' = 'all',
): Record<string, string> {
  const folder = `${localesFolder}${language}/`;
  const words: Record<string, string> = {};
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue;
    const isFirst = firstNamespaces.includes(file.slice(0, -'.json'.length));
    if (part !== 'all' && isFirst !== (part === 'first')) continue;
    for (const [id, text] of Object.entries<string>(JSON.parse(readFileSync(folder + file, 'utf8')))) {
      if (id in words) throw new Error(`Message ${id} is written twice in ${language}.`);
      words[id] = text;
    }
  }
  return words;
}

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

/**
 * Gives `virtual:catalogue/<language>/<part>`, whose default export is the language's messages compiled from ICU text,
 * so that no parser is sent to the browser (docs/decisions/0007). Parts: `first` (the first screen), `later`, `all`.
 */
export function catalogue(): Plugin {
  return {
    name: 'talon-catalogue',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const [language = '', part] = id.slice(prefix.length + 1).split('/');
      if (part !== 'first' && part !== 'later' && part !== 'all') throw new Error(`No such catalogue: ${id}`);
      for (const file of readdirSync(localesFolder + language)) {
        this.addWatchFile(`${localesFolder}${language}/${file}`);
      }
      const words = Object.fromEntries(
        Object.entries(readLanguage(language, part)).map(([key, text]) => [key, compile(key, text)]),
      );
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(words))});`;
    },
    handleHotUpdate({ file, server }) {
      if (file.startsWith(localesFolder)) server.ws.send({ type: 'full-reload' });
    },
  };
}
