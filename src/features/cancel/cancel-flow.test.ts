import { describe, expect, test } from 'vitest';
import type { FailureName } from '#contract/failures.ts';
import type { FailureReport } from '#contract/operation.ts';
import type { WriteState } from '#src/queries/write-flow.ts';
import { cancelView } from './cancel-flow.ts';

const allowed = { allowed: true } as const;
const cancelledMeanwhile = { allowed: false, reason: 'already-cancelled' } as const;
const report = (failure: FailureName): FailureReport => ({ failure, upstream: null, facts: {}, text: null });
const refused = (failure: FailureName): WriteState => ({
  step: 'refused',
  key: 'key',
  at: '2026-11-21T09:00:00.000Z',
  report: report(failure),
  operationId: 'op-1',
  fields: {},
});

describe('the page of the cancel flow', () => {
  test('asks first', () => {
    expect(cancelView(allowed, { step: 'ready', key: 'key' })).toEqual({ show: 'question', notSent: null });
  });

  test('says why instead of asking when it cannot be cancelled', () => {
    expect(cancelView(cancelledMeanwhile, { step: 'ready', key: 'key' })).toEqual({
      show: 'impossible',
      reason: 'already-cancelled',
    });
  });

  test.each<[WriteState, string]>([
    [{ step: 'sending', key: 'key' }, 'sending'],
    [refused('mis.cancel-visit.time-passed'), 'refused'],
    [
      {
        step: 'unknown',
        key: 'key',
        at: '2026-11-21T09:00:00.000Z',
        nextKey: 'next',
        operationId: 'op-1',
        report: null,
      },
      'unknown',
    ],
  ])('%j is shown as %s, whatever the list says meanwhile', (write, show) => {
    expect(cancelView(allowed, write).show).toBe(show);
    expect(cancelView(cancelledMeanwhile, write).show).toBe(show);
  });

  test.each<FailureName>([
    'portal.offline',
    'portal.not-sent',
    'portal.too-many-requests',
    'portal.invalid-input',
  ])('after %s the question stands', (failure) => {
    expect(cancelView(allowed, refused(failure))).toEqual({ show: 'question', notSent: report(failure) });
  });

  test.each<FailureName>(['portal.session-ended', 'portal.not-found', 'mis.cancel-call.not-confirmed'])(
    'after %s there is nothing to press again',
    (failure) => {
      expect(cancelView(allowed, refused(failure)).show).toBe('refused');
    },
  );
});
