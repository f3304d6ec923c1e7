import { expect, test } from 'vitest';
import { findFields } from './find-form-fields.ts';

const complaint = (fields: Partial<Record<'want' | 'name' | 'at', string>>) => {
  const parsed = findFields.safeParse({ want: '', name: '', at: '', ...fields });
  return parsed.success ? null : parsed.error.issues.map(({ path, message }) => `${path.join()} ${message}`);
};

test('one thing is enough to look for', () => {
  expect(complaint({ want: 'Терапевт' })).toBe(null);
  expect(complaint({ name: ' Ли ' })).toBe(null);
  expect(complaint({ at: 'c1' })).toBe(null);
});

test('nothing, one letter, and a whole story are not', () => {
  expect(complaint({ name: '  ' })).toEqual(['name reserve.find.nothing']);
  expect(complaint({ name: 'Л' })).toEqual(['name reserve.find.short']);
  expect(complaint({ name: 'Л'.repeat(61) })).toEqual(['name reserve.find.long']);
});
