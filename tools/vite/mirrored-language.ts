import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';

/** English in Hebrew letters: nobody's language, read from right to left. XB is CLDR's own region for that. */
export const mirroredLanguage = 'en-XB';

const letters: Readonly<Record<string, string>> = {
  a: 'א',
  b: 'ב',
  c: 'צ',
  d: 'ד',
  e: 'ה',
  f: 'פ',
  g: 'ג',
  h: 'ח',
  i: 'י',
  j: 'ז',
  k: 'כ',
  l: 'ל',
  m: 'מ',
  n: 'נ',
  o: 'ו',
  p: 'ף',
  q: 'ק',
  r: 'ר',
  s: 'ס',
  t: 'ת',
  u: 'ע',
  v: 'ט',
  w: 'ש',
  x: 'ץ',
  y: 'ם',
  z: 'ן',
};

const inHebrew = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => letters[letter.toLowerCase()] ?? letter);

const mirror = (elements: readonly MessageFormatElement[]): MessageFormatElement[] =>
  elements.map((element) => {
    if (element.type === TYPE.literal) return { ...element, value: inHebrew(element.value) };
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return element;
    const options = Object.fromEntries(
      Object.entries(element.options).map(([name, option]) => [
        name,
        { ...option, value: mirror(option.value) },
      ]),
    );
    return { ...element, options };
  });

/** The same messages from right to left; what stays in Latin letters is not from a catalogue. */
export const mirrored = (words: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([id, text]) => [id, printAST(mirror(parse(text)))]));
