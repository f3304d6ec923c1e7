import { describe, expect, test } from 'vitest';
import type { FailureReport, Operation } from '#contract/operation.ts';
import {
  firstState,
  outcomeOf,
  withTruth,
  writeFlow,
  type WriteOutcome,
  type WriteState,
} from './write-flow.ts';

const report: FailureReport = {
  failure: 'mis.cancel-visit.time-passed',
  upstream: null,
  facts: {},
  text: null,
};
const operation = (state: Operation['state']): Operation => ({
  id: 'op-1',
  kind: 'cancel',
  state,
  person: 'self',
  at: '2026-11-21T09:00:00.000Z',
  report: state === 'refused' ? report : null,
  booking: null,
  hold: null,
});
const at = '2026-11-21T09:00:05.000Z';
const sending: WriteState = { step: 'sending', key: 'first' };
const answer = (outcome: WriteOutcome) =>
  writeFlow(sending, { type: 'answered', outcome, newKey: 'second', at });
const lost = answer({ state: 'unknown', operationId: null, report: null });
const asked = answer({ state: 'unknown', operationId: 'op-1', report: null });

describe('one attempt at a write', () => {
  test('goes out with the key that it was opened with', () => {
    expect(writeFlow(firstState('first'), { type: 'submitted', key: 'first' })).toEqual(sending);
  });

  test.each([
    ['while it is being sent', sending],
    ['after it was confirmed', answer({ state: 'confirmed', operation: operation('confirmed') })],
    ['while the portal settles it', asked],
  ])('a press %s changes nothing', (_when, state) => {
    expect(writeFlow(state, { type: 'submitted', key: 'first' })).toBe(state);
  });

  test('when the portal never answered, a press sends the very same attempt', () => {
    expect(writeFlow(lost, { type: 'submitted', key: 'first' })).toEqual(sending);
  });

  test('an answer that comes when none is waited for changes nothing', () => {
    const state = firstState('first');
    const late = {
      type: 'answered',
      outcome: outcomeOf(operation('confirmed')),
      newKey: 'second',
      at,
    } as const;
    expect(writeFlow(state, late)).toBe(state);
  });

  test('after a final refusal the next attempt has a new key', () => {
    const refused = answer(outcomeOf(operation('refused')));
    expect(refused).toMatchObject({ step: 'refused', key: 'second', operationId: 'op-1' });
    expect(writeFlow(refused, { type: 'reopened', key: 'second' })).toEqual(firstState('second'));
    expect(writeFlow(refused, { type: 'submitted', key: 'second' })).toEqual({
      step: 'sending',
      key: 'second',
    });
  });

  test('what never became an attempt keeps its key', () => {
    const offline: WriteOutcome = { state: 'refused', report, operationId: null, fields: {} };
    expect(answer(offline)).toMatchObject({ step: 'refused', key: 'first' });
  });
});

describe('an unknown outcome', () => {
  test.each(['confirmed', 'refused'] as const)('becomes %s once the journal says so', (state) => {
    expect(withTruth(asked, operation(state)).step).toBe(state);
  });

  test.each(['started', 'unknown'] as const)('stays open while the journal says %s', (state) => {
    expect(withTruth(asked, operation(state))).toEqual(asked);
  });

  test('once it is settled, the next attempt may go out with its own key', () => {
    expect(writeFlow(asked, { type: 'submitted', key: 'second' })).toEqual({
      step: 'sending',
      key: 'second',
    });
  });

  test.each([
    ['scheduled', 5_000],
    ['started', 0],
    ['unknown', undefined],
  ] as const)('within its undo delay, and then %s, leaves so much time to undo', (state, sendsInMs) => {
    const scheduled = answer(outcomeOf({ ...operation('scheduled'), sendsInMs: 8_000 }));
    expect(scheduled).toMatchObject({ step: 'unknown', delay: { sendsInMs: 8_000 } });
    const read = { ...operation(state), ...(state === 'scheduled' ? { sendsInMs: 5_000 } : {}) };
    const now = withTruth(scheduled, read);
    expect(now.step === 'unknown' && now.delay?.sendsInMs).toBe(sendsInMs);
  });

  test('is not settled by another operation', () => {
    expect(withTruth(asked, { ...operation('confirmed'), id: 'op-2' })).toBe(asked);
  });

  test('a refusal without a reason is not taken for one', () => {
    expect(outcomeOf({ ...operation('refused'), report: null }).state).toBe('unknown');
  });
});
