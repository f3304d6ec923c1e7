import { describe, expect, test } from 'vitest';
import type { Clinic } from '../slot.ts';
import { openState } from './opening-hours.ts';

type Worktimes = NonNullable<Clinic['worktimes']>;

const week: Worktimes = {
  monday: '8:00 - 18:00',
  tuesday: '8:00 - 18:00',
  wednesday: '8:00 - 18:00',
  thursday: '8:00 - 18:00',
  friday: '8:00 - 18:00',
  saturday: '9:00 - 14:00',
  sunday: null,
};
const everyDay = (written: string | null): Worktimes => ({
  monday: written,
  tuesday: written,
  wednesday: written,
  thursday: written,
  friday: written,
  saturday: written,
  sunday: written,
});

/** 23 November 2026 is a Monday. */
const at = (when: string, worktimes: Worktimes = week) =>
  openState(worktimes, when.slice(-6), new Date(when));
const utc = (when: string) => new Date(when).toISOString();

describe('by the clock of the clinic, wherever it is', () => {
  test.each(['+03:00', '+12:00', '-08:00', '+05:45', '-03:30', '+00:00'])('%s', (offset) => {
    expect(at(`2026-11-23T07:59:59${offset}`)).toEqual({
      kind: 'closed',
      opens: utc(`2026-11-23T08:00:00${offset}`),
    });
    expect(at(`2026-11-23T08:00:00${offset}`)).toEqual({
      kind: 'open',
      until: utc(`2026-11-23T18:00:00${offset}`),
    });
    expect(at(`2026-11-23T17:59:59${offset}`)).toMatchObject({ kind: 'open' });
    expect(at(`2026-11-23T18:00:00${offset}`)).toEqual({
      kind: 'closed',
      opens: utc(`2026-11-24T08:00:00${offset}`),
    });
  });

  test('it is already Saturday in Kamchatka while it is Friday in Moscow', () => {
    const now = new Date('2026-11-27T22:00:00.000Z');
    expect(openState(week, '+12:00', now)).toEqual({ kind: 'open', until: '2026-11-28T02:00:00.000Z' });
    expect(openState(week, '+03:00', now)).toEqual({ kind: 'closed', opens: '2026-11-28T06:00:00.000Z' });
  });
});

test('after Saturday it opens on Monday', () => {
  expect(at('2026-11-28T14:00:00+03:00')).toEqual({
    kind: 'closed',
    opens: utc('2026-11-30T08:00:00+03:00'),
  });
});

test('a clinic that opens once a week opens in a week, and one that never does says nothing of when', () => {
  expect(at('2026-11-23T18:00:00+03:00', { ...everyDay(null), monday: '8:00 - 18:00' })).toEqual({
    kind: 'closed',
    opens: utc('2026-11-30T08:00:00+03:00'),
  });
  expect(at('2026-11-23T12:00:00+03:00', everyDay(null))).toEqual({ kind: 'closed', opens: null });
});

describe('hours with a break', () => {
  const withBreak = everyDay('8:00 - 12:00, 13:00 - 18:00');
  test.each([
    ['11:59', { kind: 'open', until: utc('2026-11-23T12:00:00+03:00') }],
    ['12:30', { kind: 'closed', opens: utc('2026-11-23T13:00:00+03:00') }],
    ['13:00', { kind: 'open', until: utc('2026-11-23T18:00:00+03:00') }],
  ])('at %s', (time, state) => {
    expect(at(`2026-11-23T${time}:00+03:00`, withBreak)).toEqual(state);
  });
});

describe('a night', () => {
  const nights: Worktimes = { ...everyDay(null), sunday: '20:00 - 8:00' };
  test('that began yesterday is open today', () => {
    expect(at('2026-11-23T07:00:00+03:00', nights)).toEqual({
      kind: 'open',
      until: utc('2026-11-23T08:00:00+03:00'),
    });
    expect(at('2026-11-23T08:00:00+03:00', nights)).toEqual({
      kind: 'closed',
      opens: utc('2026-11-29T20:00:00+03:00'),
    });
  });

  test('that goes on into the morning is one opening', () => {
    const on: Worktimes = { ...everyDay(null), sunday: '20:00 - 24:00', monday: '0:00 - 6:00' };
    expect(at('2026-11-22T21:00:00+03:00', on)).toEqual({
      kind: 'open',
      until: utc('2026-11-23T06:00:00+03:00'),
    });
  });
});

test('a clinic that never closes is open, and no end is named', () => {
  expect(at('2026-11-23T23:30:00+03:00', everyDay('0:00 - 24:00'))).toEqual({ kind: 'open', until: null });
});

test.each(['8:00 - 18:00', '08:00-18:00', '8.00 – 18.00', ' 8:00 — 18:00 '])(
  '%j is understood',
  (written) => {
    expect(at('2026-11-23T12:00:00+03:00', everyDay(written))).toEqual({
      kind: 'open',
      until: utc('2026-11-23T18:00:00+03:00'),
    });
  },
);

describe('what is not understood is not guessed', () => {
  test.each([
    'круглосуточно',
    '8 - 18',
    '25:00 - 26:00',
    '8:70 - 9:00',
    '0:00 - 0:00',
    '8:00 - 12:00, обед',
    'с 8:00',
  ])('%s', (written) => {
    expect(at('2026-11-23T12:00:00+03:00', everyDay(written))).toEqual({ kind: 'unclear' });
  });

  test('nor is the next opening, when a day before it is not understood', () => {
    expect(at('2026-11-23T19:00:00+03:00', { ...week, tuesday: 'по записи' })).toEqual({
      kind: 'closed',
      opens: null,
    });
  });

  test('but a later day does not matter while it is open', () => {
    expect(at('2026-11-23T12:00:00+03:00', { ...week, friday: 'по записи' })).toMatchObject({ kind: 'open' });
  });
});
