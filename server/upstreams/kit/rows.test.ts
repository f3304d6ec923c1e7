import { expect, test } from 'vitest';
import { z } from 'zod';
import { mapRows, rowsOf, unreadableIn } from './rows.ts';

const numbers = rowsOf(z.number());

test.each([
  ['nothing', [], [], 0],
  ['rows that fit', [1, 2], [1, 2], 0],
  ['a row that does not fit', [1, 'two', 3], [1, 3], 1],
  ['rows of which none fits', ['one', null], [], 2],
])('%s: what fits is read, and the others are counted', (_what, wire, read, unreadable) => {
  const rows = numbers.parse(wire);
  expect([...rows]).toEqual(read);
  expect(unreadableIn(rows)).toBe(unreadable);
  expect(unreadableIn(mapRows(rows, String))).toBe(unreadable);
});

test('what is no list is no list with unreadable rows', () => {
  expect(numbers.safeParse({ items: [] }).success).toBe(false);
});
