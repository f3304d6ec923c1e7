import { describe, expect, test } from 'vitest';
import { answered, proofless, silent, unsent } from '../kit/testing/replies.ts';
import { outcomeOfCancelCall } from './mis-home-calls.ts';
import { outcomeOfReserve } from './mis-schedule.ts';
import { outcomeOfCancel } from './mis-visits.ts';
import ticket from './samples/ticket-visit-with-lpu.json';

const refusal = (status: number, code: string | null, message = 'нет') =>
  answered(status, { code: status, message, message_code: code });
const failed = (kind: 'refused' | 'unknown', failure: string) =>
  expect.objectContaining({ kind, report: expect.objectContaining({ failure }) });
const unknown = failed('unknown', 'portal.outcome-unknown');
const notSent = failed('refused', 'portal.not-sent');

type Named = [status: number, code: string | null, name: string];
const tokens: Named[] = [
  [403, '5007', 'token-expired'],
  [403, '5008', 'token-malformed'],
  [403, '5009', 'signature-wrong'],
  [403, '5010', 'token-missing'],
];

describe('the outcome of cancelling a clinic visit', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \r\n'],
    ['an empty object', {}],
    ['a standard response', { code: 200, message: 'Запись отменена', message_code: '2000' }],
  ])('is a success with 200 and %s: the document leaves open which body it has', (_, body) => {
    expect(outcomeOfCancel(answered(200, body))).toEqual({
      kind: 'confirmed',
      value: null,
      status: 200,
      code: null,
    });
  });

  test('is not known where the body takes back what the status says', () => {
    expect(outcomeOfCancel(refusal(404, '5068'))).not.toEqual(unknown);
    expect(outcomeOfCancel({ ...refusal(404, '5068'), status: 200 })).toEqual(unknown);
  });

  test.each<Named>([
    [404, '5068', 'not-found'],
    [400, '4010', 'time-passed'],
    [400, '4026', 'linked-home-call'],
    [400, '4027', 'part-of-check-up'],
    [400, '4086', 'other-person'],
    ...tokens,
    [400, '4999', 'unrecognised'],
    [400, null, 'unrecognised'],
  ])('is a refusal with %d and %s: %s', (status, code, name) => {
    expect(outcomeOfCancel(refusal(status, code))).toEqual(failed('refused', `mis.cancel-visit.${name}`));
  });

  test.each([
    ...proofless,
    ['204', answered(204)],
    ['404 that is not the vendor’s', answered(404, { message: 'Not Found' })],
    ['400 in another shape', answered(400, { fault: {} })],
  ] as const)('is not known after %s', (_, reply) => {
    expect(outcomeOfCancel(reply)).toEqual(unknown);
  });

  test('is a refusal where nothing was sent', () => {
    expect(outcomeOfCancel(unsent)).toEqual(notSent);
  });
});

describe('the outcome of cancelling a home call', () => {
  test.each(['2000', 2000])('is a success with 200 and the code %j', (code) => {
    const outcome = outcomeOfCancelCall(answered(200, { code: 200, message_code: code }));
    expect(outcome).toEqual({ kind: 'confirmed', value: null, status: 200, code: '2000' });
  });

  test.each<Named>([
    [400, '4021', 'time-passed'],
    [400, '4022', 'not-active'],
    [400, '4023', 'other-card'],
    [404, '5068', 'not-found'],
    [415, null, 'content-type'],
    ...tokens,
    [400, null, 'unrecognised'],
  ])('is a refusal with %d and %s: %s', (status, code, name) => {
    expect(outcomeOfCancelCall(refusal(status, code))).toEqual(failed('refused', `mis.cancel-call.${name}`));
  });

  test('is not known, and says so by its name, where the clinic tried in vain: 500 and 5023', () => {
    expect(outcomeOfCancelCall(refusal(500, '5023'))).toEqual(
      failed('unknown', 'mis.cancel-call.not-confirmed'),
    );
  });

  test.each([
    ...proofless,
    ['200 without a body', answered(200)],
    ['200 without a code', answered(200, { message: 'Вызов отменен' })],
    ['200 with another code', answered(200, { message_code: '4022' })],
    ['2000 with another status', answered(202, { message_code: '2000' })],
  ] as const)('is not known after %s', (_, reply) => {
    expect(outcomeOfCancelCall(reply)).toEqual(unknown);
  });

  test('is a refusal where nothing was sent', () => {
    expect(outcomeOfCancelCall(unsent)).toEqual(notSent);
  });
});

describe('the outcome of a reservation', () => {
  const cell = ticket.timeTableGuid;

  test.each([
    ['the whole ticket', ticket],
    ['a ticket without its cell', { lpu: ticket.lpu, num: ticket.num, ticketGuid: ticket.ticketGuid }],
    [
      'a ticket whose cell is null',
      { lpu: ticket.lpu, num: ticket.num, ticketGuid: ticket.ticketGuid, timeTableGuid: null },
    ],
  ])('is a success with %s', (_, body) => {
    expect(outcomeOfReserve(answered(200, body), cell)).toMatchObject({
      kind: 'confirmed',
      value: { ticketId: ticket.ticketGuid, number: '008' },
      status: 200,
    });
  });

  test.each<Named>([
    [403, '5009', 'signature-wrong'],
    [400, '4036', 'nothing-chosen'],
    [400, '4005', 'childrens-clinic'],
    [400, '4007', 'registry-only'],
    [400, '4008', 'already-booked'],
    [400, '4029', 'age-limit'],
    [400, '4009', 'taken'],
    [400, null, 'unrecognised'],
    [404, null, 'unrecognised'],
  ])('is a refusal with %d and %s: %s', (status, code, name) => {
    expect(outcomeOfReserve(refusal(status, code), cell)).toEqual(failed('refused', `mis.reserve.${name}`));
  });

  test.each([
    ...proofless,
    ['200 without a body', answered(200)],
    ['200 without a ticket', answered(200, { ...ticket, ticketGuid: null })],
    ['the ticket of another cell', answered(200, { ...ticket, timeTableGuid: ticket.ticketGuid })],
    ['204', answered(204)],
  ] as const)('is not known after %s: a repeat could take a second place', (_, reply) => {
    expect(outcomeOfReserve(reply, cell)).toEqual(unknown);
  });

  test('is a refusal only where nothing was sent, and not where nothing was heard', () => {
    expect([outcomeOfReserve(unsent, cell), outcomeOfReserve(silent, cell)]).toEqual([notSent, unknown]);
  });
});
