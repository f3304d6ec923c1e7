import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test, vi } from 'vitest';
import { readLanguage } from '../../tools/vite/catalogue-plugin.ts';
import { languages } from './language.ts';
import { createSay, type WordValues } from './say.ts';

const counts = [0, 1, 2, 3, 4, 5, 11, 12, 14, 21, 22, 25, 30, 100, 101, 120, 300, 1234];

/** Values for every placeholder: each count in turn, and each choice of each select. */
function* valuesFor(elements: readonly MessageFormatElement[]): Generator<WordValues> {
  const texts: Record<string, string> = {};
  const choices = new Map<string, string[]>();
  const plurals = new Set<string>();
  const collect = (inside: readonly MessageFormatElement[]) => {
    for (const element of inside) {
      if (element.type === TYPE.argument) texts[element.value] ??= `<${element.value}>`;
      if (element.type === TYPE.plural) plurals.add(element.value);
      if (element.type === TYPE.select) choices.set(element.value, Object.keys(element.options));
      if (element.type === TYPE.plural || element.type === TYPE.select)
        for (const { value } of Object.values(element.options)) collect(value);
    }
  };
  collect(elements);
  for (const count of plurals.size ? counts : [0]) {
    const numbers = Object.fromEntries([...plurals].map((name) => [name, count]));
    const most = Math.max(1, ...[...choices.values()].map(({ length }) => length + 1));
    for (let index = 0; index < most; index += 1) {
      const chosen = [...choices].map(([name, options]) => [name, options[index] ?? 'something else']);
      yield { ...texts, ...Object.fromEntries(chosen), ...numbers };
    }
  }
}

describe.each(languages)('messages in %s', (language) => {
  test('are said as the FormatJS library says them', () => {
    for (const [id, text] of Object.entries(readLanguage(language))) {
      const elements = parse(text);
      const say = createSay(language, { [id]: elements });
      for (const values of valuesFor(elements)) {
        expect(say(id, values)).toBe(new IntlMessageFormat(text, language).format({ ...values }));
      }
    }
  });
});

test('Russian counts in few and many', () => {
  const say = createSay('ru', {
    age: parse('{age, plural, one {# год} few {# года} many {# лет} other {# года}}'),
  });
  expect([1, 3, 5, 11, 21, 22, 25].map((age) => say('age', { age }))).toEqual([
    '1 год',
    '3 года',
    '5 лет',
    '11 лет',
    '21 год',
    '22 года',
    '25 лет',
  ]);
});

test.each([
  ['is not there', 'absent', {}],
  ['misses a value', 'greeting', {}],
])('a message that %s shows its id and tells the console', (_what, id, values) => {
  const error = vi.mocked(console.error).mockImplementation(() => undefined);
  expect(createSay('en', { greeting: parse('Hello {name}') })(id, values)).toBe(id);
  expect(error).toHaveBeenCalledOnce();
  error.mockClear();
});
