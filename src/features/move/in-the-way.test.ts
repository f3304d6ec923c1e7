import { expect, test } from 'vitest';
import type { FailureName } from '#contract/failures.ts';
import { isInTheWay } from './in-the-way.ts';

const starts = { at: '2026-11-24T22:20:00.000Z', offset: '+03:00' };
const said = (time?: string, failure: FailureName = 'mis.reserve.already-booked') =>
  isInTheWay({ failure, upstream: null, facts: time === undefined ? {} : { time }, text: null }, { starts });

test.each(['25.11.2026 01:20', '25.11.2026 1:20:00', '25.11.2026 в 01:20'])(
  'by the clinic’s own clock %s is this booking',
  (time) => {
    expect(said(time)).toBe(true);
  },
);

test.each([
  '24.11.2026 22:20',
  '25.11.2026 01:40',
  '25.12.2026 01:20',
  '25.11.2027 01:20',
  '26.11.2026 01:20',
])('%s is another', (time) => {
  expect(said(time)).toBe(false);
});

test('a time that is not named, or in nobody’s format, is taken for this one: it is with the same doctor', () => {
  expect(said()).toBe(true);
  expect(said('завтра утром')).toBe(true);
  expect(
    isInTheWay(
      {
        failure: 'mis.reserve.already-booked',
        upstream: null,
        facts: { time: '25.11.2026 01:20' },
        text: null,
      },
      { starts: null },
    ),
  ).toBe(true);
});

test('no other refusal is about it', () => {
  expect(said('25.11.2026 01:20', 'mis.reserve.taken')).toBe(false);
});
