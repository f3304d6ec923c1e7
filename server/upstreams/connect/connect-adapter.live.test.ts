import { decodeProtectedHeader, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultPlays } from '../kit/testing/fault-plays.ts';
import { inventedPatient } from '../kit/testing/invented-patient.ts';
import { answer } from '../kit/testing/stub-upstream.ts';
import cancelRequest from './samples/cancel-request.json';
import { openConnect, ordersPath as orders } from './testing/open-connect.ts';
import { translateRequest } from './translate-connect.ts';

const now = new Date('2026-11-21T09:00:00Z');
const cancelPath = `${orders}/appointment-requests/cancel`;
const known = {
  requestId: cancelRequest.appointmentRequestId,
  orderId: 7001,
  dateFrom: '2026-11-23',
  appointmentLocation: null,
};
const request = translateRequest(null, known, 'me', now);
const time = {
  id: 'S00',
  starts: { at: '2026-11-23T06:00:00.000Z', offset: '+03:00' },
  ends: { at: '2026-11-23T10:00:00.000Z', offset: '+03:00' },
};

let clock: number;
let connect: Awaited<ReturnType<typeof openConnect>>;

beforeEach(async () => {
  clock = now.getTime();
  connect = await openConnect(() => clock);
  connect.upstream.on(`POST ${cancelPath}`, answer(204));
});
afterEach(() => connect.close());

const cancel = () => connect.requests.cancel(inventedPatient, request);
const verified = (assertion: string | undefined) =>
  jwtVerify(assertion ?? '', connect.publicKey, {
    issuer: 'talon-portal',
    subject: 'talon-portal',
    audience: connect.tokenUrl,
    requiredClaims: ['jti', 'exp', 'nbf', 'iat'],
    currentDate: new Date(clock),
  });

describe('the sign-in of the organisation', () => {
  test('is an assertion signed for this one exchange with the key that its header names', async () => {
    await cancel();
    const [exchange] = connect.exchanges();
    expect(exchange).toEqual({
      type: 'application/x-www-form-urlencoded',
      form: {
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: expect.any(String),
      },
    });
    const { protectedHeader, payload } = await verified(exchange?.form['client_assertion']);
    expect(protectedHeader).toEqual({ alg: 'RS256', kid: 'key-1' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
  });

  test('names no key where none is configured', async () => {
    const keyless = await openConnect(() => clock, null);
    keyless.upstream.on(`POST ${cancelPath}`, answer(204));
    await keyless.requests.cancel(inventedPatient, request);
    expect(decodeProtectedHeader(keyless.exchanges()[0]?.form['client_assertion'] ?? '')).toEqual({
      alg: 'RS256',
    });
    await keyless.close();
  });

  test('serves until a minute before its end, and its assertion is never used again', async () => {
    await cancel();
    clock += 59 * 60_000 - 1;
    await cancel();
    clock += 1;
    await cancel();
    const tokens = connect.asked().map(({ headers }) => headers.authorization);
    expect(tokens).toEqual(['Bearer first', 'Bearer first', 'Bearer second']);
    expect(new Set(connect.exchanges().map(({ form }) => form['client_assertion'])).size).toBe(2);
  });

  test.each([
    ['refused', answer(401, { error: 'invalid_client' })],
    ['without a token', answer(200, { expires_in: 3600 })],
  ])('that is %s leaves a write unsent', async (_, play) => {
    connect.onToken(play);
    expect(await cancel()).toMatchObject({ kind: 'refused', report: { failure: 'portal.not-sent' } });
    expect(connect.asked()).toEqual([]);
  });
});

describe('cancelling a request', () => {
  test('is one POST with the version, and the body of the document’s own sample', async () => {
    expect(await cancel()).toEqual({ kind: 'confirmed', value: null, status: 204, code: null });
    expect(connect.asked()).toMatchObject([
      {
        method: 'POST',
        path: cancelPath,
        query: {},
        headers: {
          authorization: 'Bearer first',
          'x-api-version': '7',
          'content-type': 'application/json;charset=UTF-8',
          'content-length': '28',
        },
        body: '{"appointmentRequestId":300}',
      },
    ]);
    expect(JSON.parse(connect.asked()[0]?.body ?? '')).toEqual(cancelRequest);
  });

  test.each([
    [404, 'connect.cancel-request.not-found'],
    [409, 'connect.cancel-request.unrecognised'],
  ])('is refused with %d, after one attempt', async (status, failure) => {
    connect.upstream.on(`POST ${cancelPath}`, answer(status, {}), answer(204));
    expect(await cancel()).toMatchObject({
      kind: 'refused',
      report: { failure, upstream: { system: 'connect', status, code: null } },
    });
    expect(connect.asked()).toHaveLength(1);
  });

  test('with a token that is not taken is sent once more with a new one', async () => {
    connect.upstream.on(`POST ${cancelPath}`, answer(401), answer(204));
    expect(await cancel()).toMatchObject({ kind: 'confirmed' });
    expect(connect.asked().map(({ headers }) => headers.authorization)).toEqual([
      'Bearer first',
      'Bearer second',
    ]);
  });

  test('with two tokens that are not taken is refused: no third attempt', async () => {
    connect.upstream.on(`POST ${cancelPath}`, answer(401));
    expect(await cancel()).toMatchObject({
      kind: 'refused',
      report: { failure: 'connect.cancel-request.unauthorised' },
    });
    expect(connect.asked()).toHaveLength(2);
  });

  test.each([...faultPlays, ['200', answer(200, { cancelled: true })] as const])(
    'is not known after %s, and is not sent again',
    async (_, play) => {
      connect.upstream.on(`POST ${cancelPath}`, play, answer(204));
      expect(await cancel()).toMatchObject({ kind: 'unknown' });
      expect(connect.asked()).toHaveLength(1);
    },
  );
});

describe('asking for times', () => {
  const path = `${orders}/appointment-requests/request`;
  const ask = () => connect.requests.requestTimes(inventedPatient, { orderId: 7001, dateFrom: '2026-11-23' });

  test.each(['', 'https://360-api.example'])(
    'is confirmed with the id at its Location, under %j',
    async (host) => {
      connect.upstream.on(
        `POST ${path}`,
        answer(201, '', { location: `${host}${orders}/appointment-requests/300` }),
      );
      expect(await ask()).toMatchObject({ kind: 'confirmed', value: { requestId: 300 }, status: 201 });
      expect(connect.asked()).toMatchObject([{ method: 'POST', path, headers: { 'x-api-version': '7' } }]);
      expect(JSON.parse(connect.asked()[0]?.body ?? '')).toEqual({ dateFrom: '2026-11-23', orderId: 7001 });
    },
  );

  test.each([
    ['no Location', answer(201)],
    ['the Location of something else', answer(201, '', { location: `${orders}/appointments/300` })],
    ['200', answer(200, '', { location: `${orders}/appointment-requests/300` })],
    ['502, which is documented', answer(502)],
  ])('is not known with %s', async (_, play) => {
    connect.upstream.on(`POST ${path}`, play);
    expect(await ask()).toMatchObject({ kind: 'unknown' });
    expect(connect.asked()).toHaveLength(1);
  });

  test.each([
    [404, 'no-order'],
    [422, 'not-accepted'],
  ])('is refused with %d: %s', async (status, name) => {
    connect.upstream.on(`POST ${path}`, answer(status));
    expect(await ask()).toMatchObject({
      kind: 'refused',
      report: { failure: `connect.request-times.${name}` },
    });
  });
});

describe('booking an offered time', () => {
  const path = `${orders}/appointments/request`;
  const book = () => connect.requests.bookTime(inventedPatient, { requestId: 300, time });

  test('is confirmed with the place where the visit is asked for', async () => {
    connect.upstream.on(`POST ${path}`, answer(201, '', { location: `${orders}/appointments/41` }));
    expect(await book()).toMatchObject({
      kind: 'confirmed',
      value: { appointmentLocation: `${orders}/appointments/41` },
    });
    expect(JSON.parse(connect.asked()[0]?.body ?? '')).toEqual({ appointmentRequestId: 300, slotId: 'S00' });
  });

  test.each([
    [404, 'not-found'],
    [422, 'not-accepted'],
  ])('is refused with %d: %s', async (status, name) => {
    connect.upstream.on(`POST ${path}`, answer(status));
    expect(await book()).toMatchObject({ kind: 'refused', report: { failure: `connect.book-time.${name}` } });
  });

  test('is not known without a Location', async () => {
    connect.upstream.on(`POST ${path}`, answer(201));
    expect(await book()).toMatchObject({ kind: 'unknown' });
  });
});
