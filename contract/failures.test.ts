import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { failures, type FailureSpec } from './failures.ts';

/** Every refusal that the five documents print, per operation: HTTP status and code. */
const documented = {
  'cancel-visit': [
    '403/5010',
    '403/5008',
    '403/5007',
    '403/5009',
    '404/5068',
    '400/4010',
    '400/4026',
    '400/4027',
    '400/4086',
  ],
  'cancel-call': [
    '403/5010',
    '403/5008',
    '403/5007',
    '403/5009',
    '400/4021',
    '400/4023',
    '400/4022',
    '500/5023',
    '415/',
  ],
  reserve: ['403/5009', '400/4036', '400/4005', '400/4007', '400/4008', '400/4029', '400/4009'],
  'cancel-request': ['401/', '404/', '500/'],
  'cancel-loop-visit': ['404/', '412/'],
  'move-loop-visit': ['404/', '409/', '412/'],
} as const;

const specs: FailureSpec[] = Object.values(failures);

describe('the table of failures', () => {
  for (const [operation, answers] of Object.entries(documented)) {
    test.each([...answers])(`has one entry without a text pattern for ${operation} %s`, (answer) => {
      const matching = specs.filter(
        ({ when }) =>
          when?.operation === operation && `${when.status}/${when.code ?? ''}` === answer && !when.text,
      );
      expect(matching).toHaveLength(1);
    });
  }

  test('tells the two documented meanings of 4007 apart by their first words, and only these', () => {
    const patterns = specs.flatMap(({ when }) => (when?.code === '4007' && when.text ? [when.text] : []));
    const texts = [
      'Вам запрещена самостоятельная запись на прием через интернет или инфомат. Для записи на прием обратитесь в регистратуру медицинского учреждения лично или по телефону.',
      'Вы не состоите на диспансерном учете у данного специалиста. Запись невозможна.',
      'Запись к этому специалисту закрыта.',
    ];
    expect(texts.map((text) => patterns.filter((pattern) => pattern.test(text)).length)).toEqual([1, 1, 0]);
  });

  test.each(['ru', 'en'])('has a title and a body in %s for each name', (language) => {
    const words: Record<string, string> = JSON.parse(
      readFileSync(new URL(`../src/i18n/locales/${language}/failures.json`, import.meta.url), 'utf8'),
    );
    const missing = Object.entries(failures)
      .flatMap(([name, { next }]) => [`failures.${name}.title`, `failures.${name}.body`, `next.${next}`])
      .filter((id) => !words[id]);
    expect(missing).toEqual([]);
  });
});
