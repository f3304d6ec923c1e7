import { describe, expect, test } from 'vitest';
import type { FailureName } from '#contract/failures.ts';
import type { FailureReport, Operation } from '#contract/operation.ts';
import type { WriteState } from '#src/queries/write-flow.ts';
import { moveView, nextLeg, standOf, type Leg, type LegState, type Move, type Way } from './move-flow.ts';

const at = '2026-11-21T09:00:00.000Z';
const report = (failure: FailureName): FailureReport => ({ failure, upstream: null, facts: {}, text: null });
const operation: Operation = {
  id: 'op',
  kind: 'hold',
  state: 'confirmed',
  person: 'self',
  at,
  report: null,
  booking: null,
  hold: null,
};
const ready: WriteState = { step: 'ready', key: 'k' };
const sending: WriteState = { step: 'sending', key: 'k' };
const confirmed: WriteState = { step: 'confirmed', operation };
const unknown: WriteState = {
  step: 'unknown',
  key: 'k',
  nextKey: 'n',
  at,
  operationId: 'op',
  report: null,
};
const refused = (failure: FailureName): WriteState => ({
  step: 'refused',
  key: 'k',
  at,
  report: report(failure),
  operationId: 'op',
  fields: {},
});
const oneOnly = refused('mis.reserve.already-booked');

const move = (
  way: Way | null,
  legs: Partial<Record<Leg, LegState>> = {},
  more: Partial<Pick<Move, 'canGoBack' | 'inTheWay'>> = {},
): Move => ({
  way,
  legs: {
    hold: ready,
    confirm: ready,
    cancel: ready,
    'hold-back': ready,
    'confirm-back': ready,
    ...legs,
  },
  inTheWay: ({ failure }) => failure === 'mis.reserve.already-booked',
  canGoBack: true,
  ...more,
});
const shown = (...args: Parameters<typeof move>) => moveView(move(...args));
const stand = (legs: Partial<Record<Leg, LegState>>) => standOf(move(null, legs));

describe('the new time first', () => {
  test('each write is sent once the one before it is confirmed, the cancel last', () => {
    expect(shown('new-first')).toEqual({ show: 'working', leg: 'hold', step: 1, send: true });
    expect(shown('new-first', { hold: sending })).toMatchObject({ leg: 'hold', send: false });
    expect(shown('new-first', { hold: confirmed })).toEqual({
      show: 'working',
      leg: 'confirm',
      step: 2,
      send: true,
    });
    expect(shown('new-first', { hold: confirmed, confirm: confirmed })).toMatchObject({
      leg: 'cancel',
      step: 3,
      send: true,
    });
    expect(shown('new-first', { hold: 'done', confirm: 'done', cancel: confirmed })).toEqual({
      show: 'moved',
    });
  });

  test.each(['sending', 'unknown', 'refused'] as const)(
    'the old booking is not cancelled while the new one is %s',
    (how) => {
      const state = { sending, unknown, refused: refused('mis.reserve.taken') }[how];
      for (const legs of [{ hold: state }, { hold: confirmed, confirm: state }]) {
        expect(shown('new-first', legs)).not.toMatchObject({ send: true });
        expect(stand(legs).old).toBe('on');
      }
    },
  );

  test('a refusal stops it, and the old booking is on', () => {
    expect(shown('new-first', { hold: refused('mis.reserve.taken') })).toMatchObject({ show: 'stopped' });
    expect(shown('new-first', { hold: confirmed, confirm: refused('portal.hold-lapsed') })).toMatchObject({
      show: 'stopped',
    });
  });

  test('what was not sent leaves the question as it stood', () => {
    expect(shown('new-first', { hold: refused('portal.not-sent') })).toMatchObject({
      show: 'asking',
      notSent: { failure: 'portal.not-sent' },
    });
    expect(shown('new-first', { hold: confirmed, confirm: refused('portal.offline') })).toMatchObject({
      show: 'kept',
      notSent: { failure: 'portal.offline' },
    });
  });

  test('a cancel that is refused leaves both', () => {
    const legs = {
      hold: confirmed,
      confirm: confirmed,
      cancel: refused('mis.cancel-visit.linked-home-call'),
    };
    expect(shown('new-first', legs)).toMatchObject({ show: 'both' });
    expect(stand(legs)).toEqual({ old: 'on', new: 'on' });
  });

  test('a cancel that is not known is being checked, and the new booking is on', () => {
    const legs = { hold: confirmed, confirm: confirmed, cancel: unknown };
    expect(shown('new-first', legs)).toMatchObject({ show: 'checking', leg: 'cancel' });
    expect(stand(legs)).toEqual({ old: 'checking', new: 'on' });
  });

  test('4008 about this very booking asks for consent; about another one it is a refusal', () => {
    expect(shown('new-first', { hold: oneOnly })).toEqual({ show: 'consent', notSent: null });
    expect(shown('new-first', { hold: oneOnly }, { inTheWay: () => false })).toMatchObject({
      show: 'stopped',
    });
  });
});

describe('the old booking first, as it was agreed to', () => {
  test('only then is the cancel sent, and the new time asked for once it is cancelled', () => {
    expect(shown('old-first', { hold: oneOnly })).toMatchObject({ leg: 'cancel', step: 1, send: true });
    expect(shown('old-first', { cancel: unknown })).toMatchObject({ show: 'checking', leg: 'cancel' });
    expect(shown('old-first', { cancel: confirmed })).toMatchObject({ leg: 'hold', step: 2, send: true });
    expect(shown('old-first', { cancel: confirmed, hold: confirmed, confirm: confirmed })).toEqual({
      show: 'moved',
    });
  });

  test('a cancel that is refused leaves the old booking', () => {
    expect(shown('old-first', { cancel: refused('mis.cancel-visit.time-passed') })).toMatchObject({
      show: 'stopped',
    });
    expect(shown('old-first', { cancel: refused('portal.not-sent') })).toMatchObject({
      show: 'consent',
      notSent: { failure: 'portal.not-sent' },
    });
  });

  test.each([
    { hold: refused('mis.reserve.taken') },
    { hold: confirmed, confirm: refused('mis.reserve.taken') },
  ])('a new time that is refused has the old one asked for again (%#)', (legs) => {
    const off = { cancel: confirmed, ...legs };
    expect(shown('old-first', off)).toMatchObject({ leg: 'hold-back', send: true });
    expect(shown('old-first', { ...off, 'hold-back': confirmed })).toMatchObject({ leg: 'confirm-back' });
    expect(shown('old-first', { ...off, 'hold-back': confirmed, 'confirm-back': confirmed })).toMatchObject({
      show: 'restored',
      write: { report: { failure: 'mis.reserve.taken' } },
    });
    expect(shown('old-first', { ...off, 'hold-back': refused('mis.reserve.taken') })).toMatchObject({
      show: 'neither',
    });
  });

  test('a new time that is not known is being checked, and nothing is asked for beside it', () => {
    expect(shown('old-first', { cancel: confirmed, hold: unknown })).toMatchObject({
      show: 'checking',
      leg: 'hold',
    });
    expect(stand({ cancel: confirmed, hold: unknown })).toEqual({ old: 'off', new: 'checking' });
  });

  test('what was not sent, and an old time without a name, are left to the person', () => {
    expect(shown('old-first', { cancel: confirmed, hold: refused('portal.not-sent') })).toMatchObject({
      show: 'between',
    });
    expect(
      shown('old-first', { cancel: confirmed, hold: refused('mis.reserve.taken') }, { canGoBack: false }),
    ).toMatchObject({ show: 'between' });
  });
});

describe('found again after a reload, nothing goes on by itself', () => {
  test.each([
    [{}, 'asking'],
    [{ hold: 'done' }, 'kept'],
    [{ hold: 'done', confirm: 'done' }, 'both'],
    [{ hold: 'done', confirm: 'done', cancel: 'done' }, 'moved'],
    [{ cancel: 'done' }, 'between'],
    [{ cancel: 'done', hold: 'done' }, 'between'],
    [{ cancel: 'done', 'hold-back': 'done', 'confirm-back': 'done' }, 'restored'],
    [{ hold: unknown }, 'checking'],
    [{ hold: confirmed, confirm: unknown }, 'checking'],
    [{ hold: 'done', confirm: 'done', cancel: unknown }, 'checking'],
    [{ cancel: 'done', 'hold-back': unknown }, 'checking'],
    [{ hold: confirmed }, 'kept'],
  ] satisfies [Partial<Record<Leg, LegState>>, string][])('%j is %s', (legs, show) => {
    expect(shown(null, legs)).toMatchObject({ show });
  });

  test('pressing goes on with the first write that is not done', () => {
    expect(nextLeg('new-first', move(null, { hold: 'done' }))).toBe('confirm');
    expect(nextLeg('old-first', move(null, { cancel: 'done' }))).toBe('hold');
    expect(nextLeg('back', move(null, { cancel: 'done' }))).toBe('hold-back');
  });
});

describe('which booking is on', () => {
  test.each([
    [{}, 'on', 'none'],
    [{ hold: unknown }, 'on', 'checking'],
    [{ hold: confirmed }, 'on', 'kept'],
    [{ hold: confirmed, confirm: refused('portal.hold-lapsed') }, 'on', 'none'],
    [{ hold: confirmed, confirm: refused('portal.outcome-lost') }, 'on', 'unclear'],
    [{ cancel: refused('mis.cancel-visit.not-found') }, 'unclear', 'none'],
    [{ cancel: confirmed }, 'off', 'none'],
    [{ cancel: confirmed, 'hold-back': unknown }, 'checking', 'none'],
    [{ cancel: confirmed, 'hold-back': confirmed, 'confirm-back': confirmed }, 'again', 'none'],
    [{ cancel: confirmed, 'hold-back': refused('portal.outcome-lost') }, 'unclear', 'none'],
    [{ cancel: 'done', hold: 'done', confirm: 'done' }, 'off', 'on'],
  ] satisfies [Partial<Record<Leg, LegState>>, string, string][])('%j: old %s, new %s', (legs, old, made) => {
    expect(stand(legs)).toEqual({ old, new: made });
  });
});
