import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A side that is named by the compass, not by the direction of reading. */
const sides: readonly RegExp[] = [
  /(^|[\s;{])(margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right)\b/,
  /(^|[\s;{])(left|right)\s*:/,
  /(text-align|float|clear)\s*:\s*(left|right)\b/,
  /border-(top|bottom)-(left|right)-radius/,
];

/** Four values where the one of the right side is not the one of the left side. */
const uneven = /(?:padding|margin|inset):\s*(\S+)\s+(\S+)\s+(\S+)\s+(?!\2;)(\S+);/;

const complaints = (css: string) =>
  css.split('\n').filter((line) => [...sides, uneven].some((pattern) => pattern.test(line)));

test.each([
  '  margin-left: 1rem;',
  '  left: 0;',
  '  text-align: right;',
  '  border-top-left-radius: 4px;',
  '  padding: 1px 2px 3px 4px;',
])('%s would be wrong from right to left', (line) => {
  expect(complaints(line)).toEqual([line]);
});

test.each(['  margin-inline-start: 1rem;', '  padding: 0 1px 0 1px;', '  text-align: start;', '.left {'])(
  '%s is right both ways',
  (line) => {
    expect(complaints(line)).toEqual([]);
  },
);

const sheets = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.css'),
);

test.each(sheets)('%s names no side by the compass', (name) => {
  expect(complaints(readFileSync(root + name, 'utf8'))).toEqual([]);
});
