import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every decision is in the index', () => {
  const index = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  const records = readdirSync(new URL('.', import.meta.url)).filter((name) => /^\d{4}-.*\.md$/.test(name));
  expect(records.length).toBeGreaterThan(0);
  expect(records.filter((name) => !index.includes(`(${name})`))).toEqual([]);
});
