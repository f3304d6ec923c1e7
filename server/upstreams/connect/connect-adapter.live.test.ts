import { exportPKCS8, generateKeyPair, jwtVerify, type CryptoKey } from 'jose';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { faultPlays } from '../kit/testing/fault-plays.ts';
import { inventedPatient } from '../kit/testing/invented-patient.ts';
import { answer, startStubUpstream, type StubUpstream } from '../kit/testing/stub-upstream.ts';
import { createTransport, type Transport } from '../kit/transport.ts';
import { createConnectRequests } from './connect-adapter.ts';
import cancelRequest from './samples/cancel-request.json';
import { translateRequest } from './translate-connect.ts';

const now = new Date('2026-11-21T09:00:00Z');
const unhurried = { connect: 10_000, read: 20_000, write: 20_000 };
const tokenPath = '/auth/realms/superloop/protocol/openid-connect/token';
const orders = '/api/connect/orders';
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

let keys: { publicKey: CryptoKey; privateKey: CryptoKey };
let clock: number;
let upstream: StubUpstream;
let transport: Transport;

beforeAll(async () => {
  keys = await generateKeyPair('RS256', { extractable: true });
});
beforeEach(async () => {
  clock = now.getTime();
  upstream = await startStubUpstream();
  transport = createTransport(upstream.url, unhurried, { clock: () => clock, random: () => 0 });
  const token = (access_token: string) => answer(200, { access_token, expires_in: 3600 });
  upstream.on(`POST ${tokenPath}`, token('first'), token('second'));
  upstream.on(`POST ${cancelPath}`, answer(204));
});
afterEach(async () => {
  await upstream.close();
  await transport.close();
});

const open = async (keyId: string | null = 'key-1') =>
  createConnectRequests(
    {
      url: upstream.url,
      tokenUrl: upstream.url + tokenPath,
      clientId: 'talon-portal',
      privateKey: await exportPKCS8(keys.privateKey),
      keyId,
      apiVersion: 7,
    },
    { transport, tokenTransport: transport, clock: () => clock },
  );
const cancel = async () => (await open()).cancel(inventedPatient, request);
const asked = () => upstream.seen.filter(({ path }) => path !== tokenPath);
const assertions = () =>
  upstream
    .seenAt(`POST ${tokenPath}`)
    .map(({ body }) => new URLSearchParams(body).get('client_assertion') ?? '');
const verified = (assertion: string) =>
  jwtVerify(assertion, keys.publicKey, {
    issuer: 'talon-portal',
    subject: 'talon-portal',
    audience: upstream.url + tokenPath,
    requiredClaims: ['jti', 'exp', 'nbf', 'iat'],
    currentDate: new Date(clock),
  });

describe('the sign-in of the organisation', () => {
  test('is an assertion signed for this one exchange with the key that its header names', async () => {
    await cancel();
    const [exchange] = upstream.seenAt(`POST ${tokenPath}`);
    expect(exchange?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(exchange?.body))).toEqual({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: expect.any(String),
    });
    const { protectedHeader, payload } = await verified(assertions()[0] ?? '');
    expect(protectedHeader).toEqual({ alg: 'RS256', kid: 'key-1' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
  });

  test('names no key where none is configured', async () => {
    await (await open(null)).cancel(inventedPatient, request);
    expect((await verified(assertions()[0] ?? '')).protectedHeader).toEqual({ alg: 'RS256' });
  });

  test('serves until a minute before its end, and its assertion is never used again', async () => {
    const requests = await open();
    await requests.cancel(inventedPatient, request);
    clock += 59 * 60_000 - 1;
    await requests.cancel(inventedPatient, request);
    clock += 1;
    await requests.cancel(inventedPatient, request);
    const tokens = asked().map(({ headers }) => headers.authorization);
    expect(tokens).toEqual(['Bearer first', 'Bearer first', 'Bearer second']);
    expect(new Set(assertions()).size).toBe(2);
  });

  test.each([
    ['refused', answer(401, { error: 'invalid_client' })],
    ['without a token', answer(200, { expires_in: 3600 })],
  ])('that is %s leaves a write unsent', async (_, play) => {
    upstream.on(`POST ${tokenPath}`, play);
    expect(await cancel()).toMatchObject({ kind: 'refused', report: { failure: 'portal.not-sent' } });
    expect(asked()).toEqual([]);
  });
});

describe('cancelling a request', () => {
  test('is one POST with the version, and the body of the document’s own sample', async () => {
    expect(await cancel()).toEqual({ kind: 'confirmed', value: null, status: 204, code: null });
    expect(asked()).toMatchObject([
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
    expect(JSON.parse(asked()[0]?.body ?? '')).toEqual(cancelRequest);
  });

  test.each([
    [404, 'connect.cancel-request.not-found'],
    [409, 'connect.cancel-request.unrecognised'],
  ])('is refused with %d, after one attempt', async (status, failure) => {
    upstream.on(`POST ${cancelPath}`, answer(status), answer(204));
    expect(await cancel()).toMatchObject({
      kind: 'refused',
      report: { failure, upstream: { system: 'connect', status, code: null } },
    });
    expect(asked()).toHaveLength(1);
  });

  test('with a token that is not taken is sent once more with a new one', async () => {
    upstream.on(`POST ${cancelPath}`, answer(401), answer(204));
    expect(await cancel()).toMatchObject({ kind: 'confirmed' });
    expect(asked().map(({ headers }) => headers.authorization)).toEqual(['Bearer first', 'Bearer second']);
  });

  test('with two tokens that are not taken is refused: no third attempt', async () => {
    upstream.on(`POST ${cancelPath}`, answer(401));
    expect(await cancel()).toMatchObject({
      kind: 'refused',
      report: { failure: 'connect.cancel-request.unauthorised' },
    });
    expect(asked()).toHaveLength(2);
  });

  test.each([...faultPlays, ['200', answer(200, { cancelled: true })] as const])(
    'is not known after %s, and is not sent again',
    async (_, play) => {
      upstream.on(`POST ${cancelPath}`, play, answer(204));
      expect(await cancel()).toMatchObject({ kind: 'unknown' });
      expect(asked()).toHaveLength(1);
    },
  );
});

describe('asking for times', () => {
  const path = `${orders}/appointment-requests/request`;
  const ask = async () =>
    (await open()).requestTimes(inventedPatient, { orderId: 7001, dateFrom: '2026-11-23' });

  test.each(['', 'https://360-api.example'])(
    'is confirmed with the id at its Location, under %j',
    async (host) => {
      upstream.on(`POST ${path}`, answer(201, '', { location: `${host}${orders}/appointment-requests/300` }));
      expect(await ask()).toMatchObject({ kind: 'confirmed', value: { requestId: 300 }, status: 201 });
      expect(asked()).toMatchObject([{ method: 'POST', path, headers: { 'x-api-version': '7' } }]);
      expect(JSON.parse(asked()[0]?.body ?? '')).toEqual({ dateFrom: '2026-11-23', orderId: 7001 });
    },
  );

  test.each([
    ['no Location', answer(201)],
    ['the Location of something else', answer(201, '', { location: `${orders}/appointments/300` })],
    ['200', answer(200, '', { location: `${orders}/appointment-requests/300` })],
    ['502, which is documented', answer(502)],
  ])('is not known with %s', async (_, play) => {
    upstream.on(`POST ${path}`, play);
    expect(await ask()).toMatchObject({ kind: 'unknown' });
    expect(asked()).toHaveLength(1);
  });

  test.each([
    [404, 'no-order'],
    [422, 'not-accepted'],
  ])('is refused with %d: %s', async (status, name) => {
    upstream.on(`POST ${path}`, answer(status));
    expect(await ask()).toMatchObject({
      kind: 'refused',
      report: { failure: `connect.request-times.${name}` },
    });
  });
});

describe('booking an offered time', () => {
  const path = `${orders}/appointments/request`;
  const book = async () => (await open()).bookTime(inventedPatient, { requestId: 300, time });

  test('is confirmed with the place where the visit is asked for', async () => {
    upstream.on(`POST ${path}`, answer(201, '', { location: `${orders}/appointments/41` }));
    expect(await book()).toMatchObject({
      kind: 'confirmed',
      value: { appointmentLocation: `${orders}/appointments/41` },
    });
    expect(JSON.parse(asked()[0]?.body ?? '')).toEqual({ appointmentRequestId: 300, slotId: 'S00' });
  });

  test.each([
    [404, 'not-found'],
    [422, 'not-accepted'],
  ])('is refused with %d: %s', async (status, name) => {
    upstream.on(`POST ${path}`, answer(status));
    expect(await book()).toMatchObject({ kind: 'refused', report: { failure: `connect.book-time.${name}` } });
  });

  test('is not known without a Location', async () => {
    upstream.on(`POST ${path}`, answer(201));
    expect(await book()).toMatchObject({ kind: 'unknown' });
  });
});
