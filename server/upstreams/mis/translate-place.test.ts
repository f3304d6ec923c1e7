import { expect, test } from 'vitest';
import { translatePlace } from './translate-mis.ts';

test.each([
  ['нет', null],
  ['9:00 - 18:00', null],
  ['  8 (495) 000-10-01 ', '8 (495) 000-10-01'],
  [null, null],
])('a clinic’s telephone «%s» is %s', (phone, told) => {
  expect(translatePlace({ guid: 'c1', name: 'Поликлиника № 1', phone } as never).phone).toBe(told);
});
