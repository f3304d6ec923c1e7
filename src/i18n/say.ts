import type { MessageFormatElement, PluralElement } from '@formatjs/icu-messageformat-parser';
import type { Language } from './language.ts';
import type { Messages } from './load-words.ts';

export type WordValues = Readonly<Record<string, string | number>>;

/** The parser's own numbers for the elements that our messages may use; a test holds both together. */
const type = { literal: 0, argument: 1, select: 5, plural: 6, pound: 7 } as const;

interface Saying {
  readonly rules: () => Intl.PluralRules;
  readonly numbers: () => Intl.NumberFormat;
  readonly values: WordValues;
}

/** Browsers take long to make these, and the first page may need none. */
const whenNeeded = <T>(make: () => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

/**
 * Makes what says the messages of one language. Messages are ICU, compiled at build time (docs/decisions/0007): text,
 * placeholders, plural and select. A message that cannot be said (not there, a value missing) shows its id and tells the
 * console: a hole that tests and people can see, not a broken page.
 */
export function createSay(language: Language, messages: Messages) {
  const rules = whenNeeded(() => new Intl.PluralRules(language));
  const numbers = whenNeeded(() => new Intl.NumberFormat(language));
  return (id: string, values: WordValues = {}): string => {
    const message = messages[id];
    if (typeof message === 'string') return message;
    try {
      if (!message) throw new Error('There is no such message.');
      return say(message, { rules, numbers, values });
    } catch (error) {
      console.error(`${id} (${language}) cannot be said.`, error);
      return id;
    }
  };
}

/** `count` is what `#` stands for inside a plural. */
function say(elements: readonly MessageFormatElement[], saying: Saying, count?: number): string {
  return elements.map((element) => sayElement(element, saying, count)).join('');
}

function sayElement(element: MessageFormatElement, saying: Saying, count: number | undefined): string {
  switch (element.type) {
    case type.literal:
      return element.value;
    case type.pound:
      return saying.numbers().format(count ?? Number.NaN);
    case type.argument:
      return String(valueOf(element.value, saying.values));
    case type.select: {
      const chosen =
        element.options[String(valueOf(element.value, saying.values))] ?? element.options['other'];
      return say(chosen?.value ?? [], saying, count);
    }
    case type.plural:
      return sayPlural(element, saying);
    default:
      throw new Error(`Messages have no elements of type ${element.type}.`);
  }
}

function sayPlural({ value, options, offset }: PluralElement, saying: Saying): string {
  const count = Number(valueOf(value, saying.values));
  const chosen = options[`=${count}`] ?? options[saying.rules().select(count - offset)] ?? options['other'];
  return say(chosen?.value ?? [], saying, count - offset);
}

function valueOf(name: string, values: WordValues): string | number {
  const value = values[name];
  if (value === undefined) throw new Error(`The value ${name} is missing.`);
  return value;
}
