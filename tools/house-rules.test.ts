import { expect, test } from 'vitest';
import { houseComplaints } from './house-rules.mjs';

const complains = (path: string, text: string) => houseComplaints(path, text).length > 0;

test.each([
  ['contract/rules/age-category.ts', 'const now = new Date();'],
  ['src/features/reserve/countdown.ts', 'return new Date( );'],
  ['server/upstreams/mis/mis-visits.ts', 'const now = new Date();'],
  ['server/operations/holds.ts', 'const at = Date.now();'],
  ['contract/booking.ts', 'const at = Date.now();'],
  ['src/features/booking/stub.tsx', 'at.toLocaleDateString("ru")'],
  ['server/upstreams/kit/wire-time.ts', 'at.setHours(0)'],
])('in %s this is caught: %s', (path, text) => {
  expect(complains(path, text)).toBe(true);
});

test.each([
  ['server/main.ts', 'const clock = () => new Date();'],
  ['src/queries/use-write.ts', 'at: new Date().toISOString()'],
  ['src/i18n/format-time.ts', 'at.getFullYear()'],
  ['contract/booking.ts', 'const at = new Date(startsAt);'],
  ['contract/booking.ts', '/** never `new Date()` */'],
  ['contract/booking.test.ts', 'const now = new Date();'],
])('in %s this is fine: %s', (path, text) => {
  expect(complains(path, text)).toBe(false);
});

test('a complaint names the file and the line', () => {
  expect(houseComplaints('contract/slot.ts', 'a\nnew Date()')[0]).toMatch(/^contract\/slot\.ts:2 /);
});
