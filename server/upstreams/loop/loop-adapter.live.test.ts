import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { absent, listed } from '../kit/reading.ts';
import { faultPlays } from '../kit/testing/fault-plays.ts';
import { inventedPatient } from '../kit/testing/invented-patient.ts';
import { answer, page, startStubUpstream, type StubUpstream } from '../kit/testing/stub-upstream.ts';
import { createTransport, type Transport } from '../kit/transport.ts';
import { createLoopVisits, sendableReason } from './loop-adapter.ts';
import { wireVisit } from './loop-wire.ts';
import { inventedVisit } from './testing/invented-visit.ts';
import { translateVisit } from './translate-loop.ts';

const now = new Date('2026-11-21T09:00:00Z');
const unhurried = { connect: 10_000, read: 20_000, write: 20_000 };
const tokenPath = '/v1/tokens';
const cancelPath = '/v1/visits/vis-1/cancel';
const slot = { id: 'slot-1', start_time: '2026-11-25T07:15:00Z', end_time: '2026-11-25T07:45:00Z' };
const provider = { id: 'prov-1', name: 'Ильин Пётр', specialty: null };
const booking = translateVisit(wireVisit.parse(inventedVisit), {
  slot,
  provider,
  person: 'me',
  offset: '+03:00',
  now,
});
const cancelled = answer(200, {
  ...inventedVisit,
  status: 'cancelled',
  cancelled_at: '2026-11-21T09:00:00Z',
});

let clock: number;
let upstream: StubUpstream;
let transport: Transport;

beforeEach(async () => {
  clock = now.getTime();
  upstream = await startStubUpstream();
  transport = createTransport(upstream.url, unhurried, { clock: () => clock, random: () => 0 });
  const token = (access_token: string) => answer(200, { access_token, expires_in: 3600 });
  upstream.on(`POST ${tokenPath}`, token('first'), token('second'));
  upstream.on('GET /v1/visits', answer(200, { visits: [inventedVisit] }));
  upstream.on('GET /v1/providers', answer(200, { providers: [provider] }));
  upstream.on('GET /v1/providers/prov-1/slots', answer(200, { slots: [slot] }));
  upstream.on(`POST ${cancelPath}`, cancelled);
});
afterEach(async () => {
  await upstream.close();
  await transport.close();
});

const visits = () =>
  createLoopVisits(
    {
      url: upstream.url,
      tokenUrl: upstream.url + tokenPath,
      clientId: 'talon-portal',
      clientSecret: 'not & a secret',
      brandId: 'brand-talon',
    },
    { transport, tokenTransport: transport, clock: () => clock },
  );
const cancel = (choice = {}) => visits().cancel(inventedPatient, booking, choice, now);
const asked = () => upstream.seen.filter(({ path }) => path !== tokenPath);
const tokensUsed = () => asked().map(({ headers }) => headers.authorization);

describe('the sign-in', () => {
  test('is a form with the client’s secret, once for many calls', async () => {
    await visits().list({ ...inventedPatient, world: 'w1' }, now);
    const [exchange, ...more] = upstream.seenAt(`POST ${tokenPath}`);
    expect(exchange?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      'x-sandbox-world': 'w1',
    });
    expect(Object.fromEntries(new URLSearchParams(exchange?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'talon-portal',
      client_secret: 'not & a secret',
    });
    expect(more).toEqual([]);
  });

  test('serves until a minute before its end', async () => {
    const source = visits();
    const cancelNow = () => source.cancel(inventedPatient, booking, {}, now);
    await cancelNow();
    clock += 59 * 60_000 - 1;
    await cancelNow();
    clock += 1;
    await cancelNow();
    expect(tokensUsed()).toEqual(['Bearer first', 'Bearer first', 'Bearer second']);
  });

  test('that fails leaves a write unsent', async () => {
    upstream.on(`POST ${tokenPath}`, answer(401, { error: 'invalid_client' }));
    expect(await cancel()).toMatchObject({ kind: 'refused', report: { failure: 'portal.not-sent' } });
    expect(asked()).toEqual([]);
  });
});

describe('the visits of a patient', () => {
  test('are asked for by brand and patient, and joined with their slots and providers', async () => {
    expect(await visits().list(inventedPatient, now)).toEqual([booking]);
    const queries = Object.fromEntries(asked().map(({ path, query }) => [path, query]));
    expect(queries).toEqual({
      '/v1/visits': { brand_id: 'brand-talon', patient_id: 'pat-1' },
      '/v1/providers': { brand_id: 'brand-talon' },
      '/v1/providers/prov-1/slots': {},
    });
  });

  test('never include another patient’s, should Loop list the whole brand', async () => {
    const others = { ...inventedVisit, id: 'vis-2', patient_id: 'pat-2' };
    upstream.on('GET /v1/visits', answer(200, { visits: [others, inventedVisit] }));
    const source = visits();
    expect((await source.list(inventedPatient, now)).map(({ id }) => id)).toEqual(['vis-1']);
    expect(await source.read(inventedPatient, { id: 'vis-2', place: null }, now)).toEqual(absent(true));
  });

  test('are shown beside one that cannot be read, which is counted and never absent', async () => {
    upstream.on('GET /v1/visits', answer(200, { visits: [{ ...inventedVisit, status: 7 }, inventedVisit] }));
    const source = visits();
    const list = await source.list(inventedPatient, now);
    expect([...list]).toEqual([booking]);
    expect(list.unreadable).toBe(1);
    expect(await source.read(inventedPatient, { ...booking, id: 'vis-9' }, now)).toEqual({
      kind: 'absent',
      covered: false,
    });
  });

  test.each(['GET /v1/providers', 'GET /v1/providers/prov-1/slots'])(
    'are shown without what explains them where %s fails',
    async (path) => {
      upstream.on(path, answer(500, {}));
      const [visit] = await visits().list(inventedPatient, now);
      expect(visit).toMatchObject({ id: 'vis-1', status: booking.status });
      expect(path.endsWith('slots') ? visit?.starts : visit?.who).toBeNull();
    },
  );

  test('are asked for with a token whose life is not said', async () => {
    upstream.on(`POST ${tokenPath}`, answer(200, { access_token: 'first' }));
    const source = visits();
    expect(await source.list(inventedPatient, now)).toEqual([booking]);
    expect(await source.list(inventedPatient, now)).toEqual([booking]);
    expect(new Set(tokensUsed())).toEqual(new Set(['Bearer first']));
  });

  test('are not asked for where the person is no patient of Loop', async () => {
    expect(await visits().list({ ...inventedPatient, loopPatientId: null }, now)).toEqual([]);
    expect(upstream.seen).toEqual([]);
  });

  test('of one provider cost one call for slots, however many they are', async () => {
    const second = { ...inventedVisit, id: 'vis-2', slot_id: 'slot-2' };
    upstream.on('GET /v1/visits', answer(200, { visits: [inventedVisit, second] }));
    const [, other] = await visits().list(inventedPatient, now);
    expect(other).toMatchObject({ id: 'vis-2', starts: null, ends: null });
    expect(asked()).toHaveLength(3);
  });

  test('that are none need no providers', async () => {
    upstream.on('GET /v1/visits', answer(200, { visits: [] }));
    expect(await visits().list(inventedPatient, now)).toEqual([]);
    expect(asked()).toHaveLength(1);
  });

  test('are found by their id', async () => {
    expect(await visits().read(inventedPatient, booking, now)).toEqual(listed(booking));
  });

  test('are asked for once more with a new token where the first is not taken', async () => {
    upstream.on('GET /v1/visits', answer(401), answer(200, { visits: [] }));
    expect(await visits().list(inventedPatient, now)).toEqual([]);
    expect(tokensUsed()).toEqual(['Bearer first', 'Bearer second']);
  });

  test.each([
    ['a page', page],
    ['another shape', answer(200, [inventedVisit])],
    ['403', answer(403, { error: 'forbidden', message: 'Wrong brand' })],
  ])('are not known with %s', async (_, play) => {
    upstream.on('GET /v1/visits', play);
    await expect(visits().list(inventedPatient, now)).rejects.toMatchObject({ name: 'ReadFailure' });
  });
});

describe('cancelling a visit', () => {
  test('is one POST, with an empty object where there is no reason', async () => {
    expect(await cancel()).toEqual({ kind: 'confirmed', value: null, status: 200, code: null });
    expect(asked()).toMatchObject([
      {
        method: 'POST',
        path: cancelPath,
        query: {},
        headers: { authorization: 'Bearer first', 'content-type': 'application/json' },
        body: '{}',
      },
    ]);
  });

  test('says the reason, and nothing else of what was chosen', async () => {
    await cancel({ reason: ' Передумала\u0000 ', reasonCode: 6, asCheckUp: true });
    expect(JSON.parse(asked()[0]?.body ?? '')).toEqual({ reason: 'Передумала' });
  });

  test.each([
    [404, 'not_found', 'not-found'],
    [412, 'precondition_failed', 'wrong-status'],
    [403, 'forbidden', 'unrecognised'],
  ])('is refused with %d %s, after one attempt', async (status, error, name) => {
    upstream.on(`POST ${cancelPath}`, answer(status, { error, message: 'no' }), cancelled);
    expect(await cancel()).toMatchObject({
      kind: 'refused',
      report: { failure: `loop.cancel-visit.${name}`, upstream: { system: 'loop', status, code: null } },
    });
    expect(asked()).toHaveLength(1);
  });

  test('with a token that is not taken is sent once more with a new one, and not again', async () => {
    upstream.on(`POST ${cancelPath}`, answer(401));
    expect(await cancel()).toMatchObject({ kind: 'refused' });
    expect(tokensUsed()).toEqual(['Bearer first', 'Bearer second']);
  });

  test.each([...faultPlays, ['the visit as it was', answer(200, inventedVisit)] as const])(
    'is not known after %s, and is not sent again',
    async (_, play) => {
      upstream.on(`POST ${cancelPath}`, play, cancelled);
      expect(await cancel()).toMatchObject({
        kind: 'unknown',
        report: { failure: 'portal.outcome-unknown' },
      });
      expect(asked()).toHaveLength(1);
    },
  );
});

describe('a reason as it may be sent', () => {
  test.each([
    ['nothing', undefined, undefined],
    ['nothing but blanks', ' \n ', undefined],
    ['control characters', 'a\r\n\u0007b\u009fc', 'a b c'],
    ['a character that the limit would cut in half', `${'а'.repeat(499)}😀`, 'а'.repeat(499)],
    ['more than the limit', 'а'.repeat(501), 'а'.repeat(500)],
  ])('is made of %s', (_, written, sent) => {
    expect(sendableReason(written)).toBe(sent);
  });
});

describe('moving a visit', () => {
  const movePath = '/v1/visits/vis-1/reschedule';
  const free = { ...slot, id: 'slot-2', start_time: '2026-11-26T07:15:00Z', booked: false };

  test('offers the free slots of its own provider, from now on', async () => {
    upstream.on('GET /v1/providers/prov-1/slots', answer(200, { slots: [{ ...slot, booked: true }, free] }));
    expect((await visits().timesFor(inventedPatient, booking, now)).map(({ id }) => id)).toEqual(['slot-2']);
    expect(asked().map(({ query }) => query)).toEqual([{ from: now.toISOString() }]);
  });

  test('sends the slot that is wanted, once, and takes the visit in it as proof', async () => {
    upstream.on(`POST ${movePath}`, answer(200, { ...inventedVisit, slot_id: 'slot-2' }));
    expect(await visits().move(inventedPatient, booking, 'slot-2')).toMatchObject({ kind: 'confirmed' });
    const [request, ...more] = upstream.seenAt(`POST ${movePath}`);
    expect(more).toEqual([]);
    expect(JSON.parse(request?.body ?? '')).toEqual({ new_slot_id: 'slot-2' });
    expect(request?.headers).toMatchObject({ authorization: 'Bearer first' });
  });

  test('is unsent where there is no token', async () => {
    upstream.on(`POST ${tokenPath}`, answer(401, { error: 'invalid_client' }));
    expect(await visits().move(inventedPatient, booking, 'slot-2')).toMatchObject({
      kind: 'refused',
      report: { failure: 'portal.not-sent' },
    });
    expect(asked()).toEqual([]);
  });
});
