import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readLanguage } from '../../tools/vite/catalogue-plugin.ts';
import { initialLanguage, languages } from './language.ts';

afterEach(() => vi.unstubAllGlobals());

const catalogues = languages.map((language) => ({ language, words: readLanguage(language) }));
const russian = readLanguage('ru');

/** Every placeholder of a message, inside plurals and selects too. */
function placeholders(elements: readonly MessageFormatElement[]): string[] {
  const found = elements.flatMap((element): string[] => {
    if (element.type === TYPE.argument) return [element.value];
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [];
    const inside = Object.values(element.options).flatMap(({ value }) => placeholders(value));
    return [element.value, ...inside];
  });
  return [...new Set(found)].sort();
}

function* all(elements: readonly MessageFormatElement[]): Generator<MessageFormatElement> {
  for (const element of elements) {
    yield element;
    if (element.type !== TYPE.select && element.type !== TYPE.plural) continue;
    for (const { value } of Object.values(element.options)) yield* all(value);
  }
}

describe.each(catalogues)('the words in $language', ({ language, words }) => {
  const entries = Object.entries(words);

  test('have the same ids as in Russian', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(russian).sort());
  });

  test('have the same placeholders as in Russian', () => {
    const different = entries.filter(
      ([id, text]) => placeholders(parse(text)).join() !== placeholders(parse(russian[id] ?? '')).join(),
    );
    expect(different).toEqual([]);
  });

  test('have every plural form that the language needs, and no other', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wrong = entries.flatMap(([id, text]) =>
      [...all(parse(text))]
        .filter((element) => element.type === TYPE.plural)
        .filter(({ options }) => {
          const forms = Object.keys(options).filter((form) => !form.startsWith('='));
          const complete = needed.every((form) => forms.includes(form));
          // Only `other` is enough where every count is written out with `=`.
          const exact = forms.length === 1 && Object.keys(options).length > 1;
          return !(complete || exact) || forms.some((form) => !needed.some((one) => one === form));
        })
        .map(() => id),
    );
    expect(wrong).toEqual([]);
  });

  test('use only what can be said: text, placeholders, select and plural', () => {
    const known: readonly TYPE[] = [TYPE.literal, TYPE.argument, TYPE.select, TYPE.plural, TYPE.pound];
    const others = entries.filter(([, text]) =>
      [...all(parse(text))].some(({ type }) => !known.includes(type)),
    );
    expect(others).toEqual([]);
  });

  test('are never empty and never padded', () => {
    expect(entries.filter(([, text]) => text === '' || text !== text.trim())).toEqual([]);
  });
});

test('nothing in Belarusian is left in Russian: it has no и, no щ and no ъ', () => {
  const left = Object.entries(readLanguage('be')).filter(([, text]) => /[ищъ]/i.test(text));
  expect(left).toEqual([]);
});

describe('the language to begin with', () => {
  test.each([
    [['be-BY', 'ru'], 'be'],
    [['kk', 'ru-RU', 'en'], 'ru'],
    [['en-XA'], 'en'],
    [['kk', 'uz'], 'en'],
    [[], 'en'],
  ])('of a browser that asks for %j is %s', (asked, expected) => {
    vi.stubGlobal('localStorage', { getItem: () => null });
    expect(initialLanguage(asked)).toBe(expected);
  });

  test('is the one that was chosen on the device, while there is such a one', () => {
    vi.stubGlobal('localStorage', { getItem: () => 'be' });
    expect(initialLanguage(['en'])).toBe('be');
    vi.stubGlobal('localStorage', { getItem: () => 'xx' });
    expect(initialLanguage(['en'])).toBe('en');
  });
});
