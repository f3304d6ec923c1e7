import { expect, test } from 'vitest';
import { containsWords, sameWords } from './plain-words.ts';

test.each([
  ['Кузнецова Елена Павловна', 'кузнец', true],
  ['Сомов Артём Игоревич', 'артем', true],
  ['Сомов Артем Игоревич', 'Артём', true],
  ['Кузнецова Елена Павловна', '  елена   кузнецова ', true],
  ['Кузнецова Елена Павловна', 'елена громова', false],
  ['Громов Илья Сергеевич', 'ромов', true],
])('in "%s" "%s" is found: %s', (text, typed, expected) => {
  expect(containsWords(text, typed)).toBe(expected);
});

test('the same words, however they are written', () => {
  expect(sameWords('Акушёр-гинеколог', ' АКУШЕР-ГИНЕКОЛОГ')).toBe(true);
  expect(sameWords('Терапевт', 'Психотерапевт')).toBe(false);
});
