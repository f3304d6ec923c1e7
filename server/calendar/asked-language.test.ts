import { expect, test } from 'vitest';
import { askedLanguage } from './asked-language.ts';

const spoken = ['en', 'ru'];

test.each([
  ['ru', 'en', 'ru'],
  ['xx', 'ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
  [undefined, 'en-GB,en;q=0.9,ru;q=0.8', 'en'],
  [undefined, 'fr, en;q=0.3, ru;q=0.7', 'ru'],
  [undefined, 'RU', 'ru'],
  [undefined, 'ru;q=0, en;q=0.1', 'en'],
  [undefined, 'fr', 'en'],
  [undefined, '*', 'en'],
  [undefined, undefined, 'en'],
  [undefined, ';;,q=,ru;q=much', 'en'],
])('named %s, accepted %j: %s', (named, accepted, language) => {
  expect(askedLanguage({ named, accepted }, spoken)).toBe(language);
});
