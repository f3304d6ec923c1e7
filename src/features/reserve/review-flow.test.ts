import { describe, expect, test } from 'vitest';
import type { FailureName } from '#contract/failures.ts';
import type { Operation } from '#contract/operation.ts';
import type { WriteState } from '#src/queries/write-flow.ts';
import { reviewView } from './review-flow.ts';

const at = '2026-11-21T09:00:00.000Z';
const operation: Operation = {
  id: 'op-1',
  kind: 'confirm',
  state: 'confirmed',
  person: 'self',
  at,
  report: null,
  booking: null,
  hold: null,
};
const refused = (failure: FailureName): WriteState => ({
  step: 'refused',
  key: 'key',
  at,
  report: { failure, upstream: null, facts: {}, text: null },
  operationId: 'op-1',
  fields: {},
});

describe('the page of a kept time', () => {
  test('asks while the time lasts, and says when it is over', () => {
    expect(
      reviewView({ step: 'ready', key: 'key' }, 'confirm', {
        secondsLeft: 1,
        isKept: true,
        asksAgain: false,
      }),
    ).toEqual({
      show: 'review',
      notSent: null,
    });
    expect(
      reviewView({ step: 'ready', key: 'key' }, 'confirm', {
        secondsLeft: 0,
        isKept: true,
        asksAgain: false,
      }),
    ).toEqual({
      show: 'lapsed',
    });
  });

  test('asks the clinic again where more time was wished for, once the time is over and not before', () => {
    const ready: WriteState = { step: 'ready', key: 'key' };
    const wished = { isKept: true, asksAgain: true };
    expect(reviewView(ready, 'confirm', { ...wished, secondsLeft: 1 }).show).toBe('review');
    expect(reviewView(ready, 'confirm', { ...wished, secondsLeft: 0 })).toEqual({ show: 'asking' });
    expect(reviewView(refused('portal.offline'), 'confirm', { ...wished, secondsLeft: 0 }).show).toBe(
      'asking',
    );
  });

  test.each(['mis.reserve.taken', 'portal.hold-lapsed'] as const)(
    'a decision that came too late for the clinic (%s) is told, whatever was wished for',
    (failure) => {
      const over = { secondsLeft: 0, isKept: true, asksAgain: true };
      expect(reviewView(refused(failure), 'confirm', over).show).toBe('refused');
    },
  );

  test('what was decided elsewhere is not asked any more, and an answer to a press of ours is', () => {
    const elsewhere = { secondsLeft: 9, isKept: false, asksAgain: false };
    expect(reviewView({ step: 'ready', key: 'key' }, 'confirm', elsewhere)).toEqual({ show: 'gone' });
    expect(reviewView({ step: 'confirmed', operation }, 'confirm', elsewhere).show).toBe('booked');
  });

  test('what was pressed in time is waited for, even past the end', () => {
    expect(
      reviewView({ step: 'sending', key: 'key' }, 'confirm', {
        secondsLeft: 0,
        isKept: true,
        asksAgain: false,
      }),
    ).toEqual({
      show: 'sending',
      decision: 'confirm',
    });
  });

  test('only a confirmed confirmation is a booking', () => {
    const confirmed: WriteState = { step: 'confirmed', operation };
    expect(reviewView(confirmed, 'confirm', { secondsLeft: 0, isKept: true, asksAgain: false }).show).toBe(
      'booked',
    );
    expect(reviewView(confirmed, 'release', { secondsLeft: 9, isKept: true, asksAgain: false }).show).toBe(
      'released',
    );
  });

  test('what was not sent can be pressed again, as long as the time lasts', () => {
    expect(
      reviewView(refused('portal.offline'), 'confirm', { secondsLeft: 9, isKept: true, asksAgain: false }),
    ).toMatchObject({
      show: 'review',
    });
    expect(
      reviewView(refused('mis.release.not-released'), 'release', {
        secondsLeft: 9,
        isKept: true,
        asksAgain: false,
      }),
    ).toMatchObject({ show: 'review' });
    expect(
      reviewView(refused('portal.offline'), 'confirm', { secondsLeft: 0, isKept: true, asksAgain: false }),
    ).toEqual({
      show: 'lapsed',
    });
  });

  test.each<FailureName>(['mis.reserve.taken', 'portal.hold-lapsed', 'portal.session-ended'])(
    '%s is a page of its own',
    (failure) => {
      expect(
        reviewView(refused(failure), 'confirm', { secondsLeft: 9, isKept: true, asksAgain: false }).show,
      ).toBe('refused');
    },
  );

  test('silence is not a failure', () => {
    const write: WriteState = {
      step: 'unknown',
      key: 'a',
      nextKey: 'b',
      at,
      operationId: 'op-1',
      report: null,
    };
    expect(reviewView(write, 'confirm', { secondsLeft: 0, isKept: true, asksAgain: false })).toEqual({
      show: 'unknown',
      decision: 'confirm',
      write,
    });
  });
});
