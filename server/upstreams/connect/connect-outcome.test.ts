import { describe, expect, test } from 'vitest';
import { answered, proofless, unsent } from '../kit/testing/replies.ts';
import type { Answered, WriteReply } from '../kit/transport.ts';
import { outcomeOfConnect } from './connect-outcome.ts';

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
  ])('is a documented refusal with %d, whatever the body', (status, failure) => {
    const bodies = ['', 'Not here', '<html>Not here</html>', { message: 'Not here' }];
    for (const body of bodies) expect(ofCancel(answered(status, body))).toEqual(failed('refused', failure));
  });

  test('is not known, and says so by its name, with 500', () => {
    expect(ofCancel(answered(500, { message: 'unexpected' }))).toEqual(
      failed('unknown', 'connect.cancel-request.server-error'),
    );
  });

  test.each([
    ['nothing', '', null],
    ['a sentence', 'Appointment request is locked', 'Appointment request is locked'],
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
  ] as const)('is not known after %s', (_, reply) => {
    expect(ofCancel(reply)).toEqual(failed('unknown', 'portal.outcome-unknown'));
  });

  test('is a refusal where nothing was sent', () => {
    expect(ofCancel(unsent)).toEqual(failed('refused', 'portal.not-sent'));
  });
});
