import { describe, expect, test } from 'vitest';
import { answered, proofless, unsent } from '../kit/testing/replies.ts';
import type { Answered, WriteReply } from '../kit/transport.ts';
import { appointmentStateOf, outcomeOfConnect } from './connect-outcome.ts';

const noContent = ({ status }: Answered) => (status === 204 ? null : undefined);
const ofCancel = (reply: WriteReply) => outcomeOfConnect('cancel-request', reply, noContent);
const failed = (kind: 'refused' | 'unknown', failure: string, text: string | null = null) =>
  expect.objectContaining({ kind, report: expect.objectContaining({ failure, text }) });

describe('the outcome of a write to Connect', () => {
  test.each([
    ['nothing, as documented', answered(204)],
    ['a body all the same', answered(204, {})],
  ])('is a success where its proof is found, with %s', (_, reply) => {
    expect(ofCancel(reply)).toEqual({ kind: 'confirmed', value: null, status: 204, code: null });
  });

  test.each([
    [404, 'connect.cancel-request.not-found'],
    [401, 'connect.cancel-request.unauthorised'],
  ])('is a documented refusal with %d, whatever the body but a page', (status, failure) => {
    const bodies = ['', 'Not here', { message: 'Not here' }];
    for (const body of bodies) expect(ofCancel(answered(status, body))).toEqual(failed('refused', failure));
  });

  test('is not known, and says so by its name, with 500', () => {
    expect(ofCancel(answered(500, { message: 'unexpected' }))).toEqual(
      failed('unknown', 'connect.cancel-request.server-error'),
    );
  });

  test.each([
    ['a message', { message: 'Appointment request is locked' }, 'Appointment request is locked'],
    ['JSON that has no words', { locked: true }, null],
  ])('is a refusal that nobody documents with 409 and %s', (_, body, text) => {
    expect(ofCancel(answered(409, body))).toEqual(
      failed('refused', 'connect.cancel-request.unrecognised', text),
    );
  });

  const undocumented = proofless.filter(([, reply]) => reply.kind !== 'answered' || reply.status !== 500);
  test.each([
    ...undocumented,
    ['200', answered(200)],
    ['200 with a body', answered(200, { cancelled: true })],
    ['202', answered(202)],
    ['a page with 409', answered(409, ' <html>Conflict</html>')],
    ['a page with 404', answered(404, '<html>Not here</html>')],
    ['nothing with 409', answered(409)],
    ['a proxy’s words with 403', answered(403, 'Forbidden')],
  ] as const)('is not known after %s', (_, reply) => {
    expect(ofCancel(reply)).toEqual(failed('unknown', 'portal.outcome-unknown'));
  });

  test('is a refusal where nothing was sent', () => {
    expect(ofCancel(unsent)).toEqual(failed('refused', 'portal.not-sent'));
  });
});

describe('what became of a booking that was taken up', () => {
  const appointment = (status: string) => ({
    id: 41,
    orderId: 7001,
    status,
    startTime: '2026-11-26T07:00:00Z',
    endTime: '2026-11-26T08:00:00Z',
    timezoneOffset: '+03:00',
  });

  test.each([
    [answered(202), 'pending'],
    [answered(200, appointment('Booked')), 'booked'],
    [answered(200, appointment('strange')), 'pending'],
    [answered(200, appointment('cancelled')), 'pending'],
  ])('answer %#: %j is %s', (answer, kind) => {
    expect(appointmentStateOf(answer)).toEqual({ kind });
  });

  test('422 is a refusal that came late', () => {
    expect(appointmentStateOf(answered(422))).toMatchObject({
      kind: 'refused',
      report: { failure: 'connect.book-time.not-accepted' },
    });
  });

  test.each([answered(404), answered(500), answered(200, {}), answered(422, '<html>')])(
    'answer %#: %j says neither, and is no reading',
    (answer) => {
      expect(() => appointmentStateOf(answer)).toThrow();
    },
  );
});
