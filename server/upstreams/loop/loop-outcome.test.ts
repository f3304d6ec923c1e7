import { describe, expect, test } from 'vitest';
import { answered, proofless, unsent } from '../kit/testing/replies.ts';
import { outcomeOfCancelVisit, outcomeOfMoveVisit } from './loop-outcome.ts';
import { inventedVisit } from './testing/invented-visit.ts';

const cancelled = {
  ...inventedVisit,
  status: 'cancelled',
  cancelled_at: '2026-11-21T09:00:00.000Z',
  cancel_reason: 'Передумала',
};
const ofCancel = (reply: Parameters<typeof outcomeOfCancelVisit>[0]) =>
  outcomeOfCancelVisit(reply, inventedVisit.id);
const failed = (kind: 'refused' | 'unknown', failure: string, text: string | null = null) =>
  expect.objectContaining({ kind, report: expect.objectContaining({ failure, text }) });
const refusal = (status: number, error: string, message: string) => answered(status, { error, message });

describe('the outcome of cancelling a visit', () => {
  test('is a success where the answer is the asked visit, cancelled', () => {
    expect(ofCancel(answered(200, cancelled))).toEqual({
      kind: 'confirmed',
      value: null,
      status: 200,
      code: null,
    });
  });

  test('is a success where only the word for it is one that we do not know', () => {
    expect(ofCancel(answered(200, { ...cancelled, status: 'canceled_by_patient' })).kind).toBe('confirmed');
  });

  test.each([
    ['404', refusal(404, 'not_found', 'Visit not found'), 'not-found'],
    ['404 without a body', answered(404), 'not-found'],
    ['412', refusal(412, 'precondition_failed', 'Cannot cancel visit in current status'), 'wrong-status'],
  ])('is a documented refusal with %s', (_, reply, name) => {
    expect(ofCancel(reply)).toEqual(failed('refused', `loop.cancel-visit.${name}`));
  });

  test.each([
    ['403', refusal(403, 'forbidden', 'Wrong brand'), 'Wrong brand'],
    ['409', refusal(409, 'conflict', 'Key collision'), 'Key collision'],
    ['the platform’s other envelope', answered(403, { error: 'x', error_description: 'No' }), 'No'],
    ['401 twice, which was never executed', answered(401), null],
  ])('is a refusal that nobody documents with %s', (_, reply, text) => {
    expect(ofCancel(reply)).toEqual(failed('refused', 'loop.cancel-visit.unrecognised', text));
  });

  test.each([
    ...proofless,
    ['200 without a body', answered(200)],
    ['another visit', answered(200, { ...cancelled, id: 'vis-2' })],
    ['a visit without the time of its cancellation', answered(200, { ...cancelled, cancelled_at: null })],
    ['half a visit', answered(200, { id: inventedVisit.id, status: 'cancelled' })],
    ...['booked', 'checked_in', 'completed', 'no_show'].map(
      (status) => [`a visit that is ${status}`, answered(200, { ...cancelled, status })] as const,
    ),
    ['400 in another shape', answered(400, { fault: {} })],
    ['204', answered(204)],
  ] as const)('is not known after %s', (_, reply) => {
    expect(ofCancel(reply)).toEqual(failed('unknown', 'portal.outcome-unknown'));
  });

  test('is a refusal where nothing was sent', () => {
    expect(ofCancel(unsent)).toEqual(failed('refused', 'portal.not-sent'));
  });
});

describe('the outcome of moving a visit', () => {
  const moved = { ...inventedVisit, slot_id: 'slot-2' };
  const ofMove = (reply: Parameters<typeof outcomeOfMoveVisit>[0]) =>
    outcomeOfMoveVisit(reply, { id: inventedVisit.id, slotId: 'slot-2' });

  test('is a success where the answer is the asked visit in the asked slot', () => {
    expect(ofMove(answered(200, moved))).toEqual({ kind: 'confirmed', value: null, status: 200, code: null });
  });

  test.each([
    ['404', 404, 'not-found'],
    ['409', 409, 'taken'],
    ['412', 412, 'wrong-status'],
  ])('is a documented refusal with %s', (_, status, name) => {
    expect(ofMove(refusal(status, 'no', 'No'))).toEqual(failed('refused', `loop.move-visit.${name}`));
  });

  test('is a refusal that nobody documents with 403, in its own words', () => {
    expect(ofMove(refusal(403, 'forbidden', 'Wrong brand'))).toEqual(
      failed('refused', 'loop.move-visit.unrecognised', 'Wrong brand'),
    );
  });

  test.each([
    ...proofless,
    ['the visit where it was', answered(200, inventedVisit)],
    ['another visit', answered(200, { ...moved, id: 'vis-2' })],
    ['the visit, cancelled', answered(200, { ...moved, cancelled_at: '2026-11-21T09:00:00Z' })],
    ['204', answered(204)],
  ] as const)('is not known after %s', (_, reply) => {
    expect(ofMove(reply)).toEqual(failed('unknown', 'portal.outcome-unknown'));
  });

  test('is a refusal where nothing was sent', () => {
    expect(ofMove(unsent)).toEqual(failed('refused', 'portal.not-sent'));
  });
});
