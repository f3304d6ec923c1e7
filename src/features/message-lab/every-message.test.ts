import { parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { failureNames, failures, type FailureSpec } from '#contract/failures.ts';
import { languages } from '#src/i18n/language.ts';
import { createSay } from '#src/i18n/say.ts';
import type { SayWords } from '#src/i18n/use-words.tsx';
import { readLanguage } from '../../../tools/vite/catalogue-plugin.ts';
import { failuresOf, labOperationNames, labOperations } from './lab-operations.ts';
import { audiences, casesOf, codeOf, specimenOf } from './specimens.ts';

function speaks(language: string): SayWords {
  const messages = Object.entries(readLanguage(language)).map(([id, text]) => [id, parse(text)]);
  return createSay(language, Object.fromEntries(messages));
}

test('every failure of the table belongs to one operation', () => {
  const shown = labOperationNames.flatMap((operation) => failuresOf(operation));
  expect(shown.toSorted()).toEqual([...failureNames].toSorted());
});

test('every write of the table of failures is an operation, and each of its codes is there', () => {
  const specs: FailureSpec[] = Object.values(failures);
  const written = specs.flatMap(({ when }) => (when ? [when.operation] : []));
  expect(labOperationNames).toEqual(expect.arrayContaining(written));
  for (const { when } of specs)
    if (when) {
      const codes = failuresOf(when.operation).map((failure) => codeOf(failure));
      expect(codes).toContain([when.status, when.code].filter(Boolean).join(' '));
    }
});

test('every operation may be refused, may be unknown, and may be confirmed', () => {
  const ended = labOperationNames.filter((name) => name !== 'any' && labOperations[name].confirmed);
  for (const operation of ended)
    expect(new Set(casesOf(operation).map(({ state }) => state))).toEqual(
      new Set(['refused', 'unknown', 'confirmed']),
    );
});

const readers = languages.flatMap((language) =>
  audiences.map((audience) => ({ language, audience, words: speaks(language) })),
);

describe.each(readers)('in $language, for a $audience', ({ words, audience }) => {
  describe.each(labOperationNames)('%s', (operation) => {
    const read = casesOf(operation).map((one) => ({ one, ...specimenOf(words, one, audience) }));

    test('everything that may come of it is said', () => {
      for (const { one, title, body, next } of read) {
        expect(title).not.toBe('');
        if ('failure' in one) expect(next).not.toBe('');
        // A message that cannot be said shows its id.
        expect(`${title} ${body} ${next}`).not.toMatch(/[a-z]\.[a-z]/);
        if (audience === 'patient') expect(body).not.toBe('');
        expect(`${title} ${body} ${next}`).not.toMatch(/[{}<>]|undefined|none/);
      }
    });

    test('no two outcomes read the same', () => {
      const texts = read.map(({ tag, title, body }) => `${tag} ${title} ${body}`);
      expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    });

    test(audience === 'patient' ? 'codes are for support' : 'the code comes first, in one line', () => {
      for (const { one, title, body } of read) {
        if (!('failure' in one)) continue;
        const { when }: FailureSpec = failures[one.failure];
        const code = when?.code ?? when?.status;
        if (audience === 'patient') expect(title + body).not.toMatch(/\d{4}/);
        else expect(body).toBe('');
        if (audience === 'registrar' && code) expect(title).toMatch(new RegExp(`^${code}: `));
      }
    });
  });
});

describe.each(languages)('what a registrar reads in %s', (language) => {
  test('is short enough for one line of a desk', () => {
    const lines = Object.entries(readLanguage(language)).filter(([id]) => id.startsWith('registrar.'));
    expect(lines.filter(([, text]) => !text.includes('select') && text.length > 90)).toEqual([]);
  });

  test('leads to the patient’s bookings, and to none of their own', () => {
    const words = speaks(language);
    const nexts = labOperationNames.flatMap((operation) =>
      casesOf(operation).map((one) => specimenOf(words, one, 'registrar').next),
    );
    expect(nexts).toContain(words('next.see-bookings.registrar'));
    expect(nexts).not.toContain(words('next.see-bookings'));
  });
});
