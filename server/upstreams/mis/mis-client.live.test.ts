import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ReadFailure } from '../kit/read-failure.ts';
import { inventedPatient } from '../kit/testing/invented-patient.ts';
import { answer, page, type Play } from '../kit/testing/stub-upstream.ts';
import { openMis } from './testing/open-mis.ts';

const minute = 60_000;
let now: number;
let mis: Awaited<ReturnType<typeof openMis>>;

beforeEach(async () => {
  now = Date.parse('2026-11-21T09:00:00Z');
  mis = await openMis(() => now);
});
afterEach(() => mis.close());

const refused = (status: number, code: string) =>
  answer(status, { code: status, message: 'нет', message_code: code });
const expired = refused(403, '5007');
const list = answer(200, ['a']);
const unavailable = expect.objectContaining({
  name: 'ReadFailure',
  report: expect.objectContaining({ failure: 'portal.source-unavailable' }),
});

const read = (patient = inventedPatient) =>
  mis.client.read(patient, 'cod', { method: 'GET', path: '/list' }, z.array(z.string()));
const write = (patient = inventedPatient) =>
  mis.client.write(patient, 'rpgu', { method: 'DELETE', path: '/thing', headers: { 'x-own': '1' } });
const tokensUsed = () => mis.asked().map(({ headers }) => headers.authorization);

describe('a token', () => {
  beforeEach(() => mis.upstream.on('GET /list', list));

  test('is asked for with the patient’s birth date and policy, in the letters of the document', async () => {
    await read({ ...inventedPatient, world: 'w1' });
    expect(mis.upstream.seen).toMatchObject([
      { method: 'GET', path: '/auth/cod/token', body: '', headers: { 'x-sandbox-world': 'w1' } },
      { path: '/list', headers: { authorization: 'Bearer cod-1', 'x-sandbox-world': 'w1' } },
    ]);
    expect(mis.upstream.seen[0]?.query).toEqual({ Birthday: '1991-03-14', n_pol: '5000000000000001' });
  });

  test('serves for 29 minutes, and a new one is asked for then', async () => {
    await read();
    now += 29 * minute - 1;
    await read();
    now += 1;
    await read();
    expect(tokensUsed()).toEqual(['Bearer cod-1', 'Bearer cod-1', 'Bearer cod-2']);
  });

  test('of one patient never serves another', async () => {
    await read();
    await read({ ...inventedPatient, policy: '5000000000000002' });
    expect(tokensUsed()).toEqual(['Bearer cod-1', 'Bearer cod-2']);
  });

  test('of one kind never serves for the other', async () => {
    mis.upstream.on('DELETE /thing', answer(200));
    await read();
    await write();
    expect(tokensUsed()).toEqual(['Bearer cod-1', 'Bearer rpgu-1']);
  });
});

describe('an expired token', () => {
  test('is renewed once, and the read is made once more', async () => {
    mis.upstream.on('GET /list', expired, list);
    expect(await read()).toEqual(['a']);
    expect(tokensUsed()).toEqual(['Bearer cod-1', 'Bearer cod-2']);
  });

  test('is renewed once, and the write that was not carried out is made once more', async () => {
    mis.upstream.on('DELETE /thing', expired, answer(200));
    expect(await write()).toMatchObject({ kind: 'answered', status: 200 });
    expect(tokensUsed()).toEqual(['Bearer rpgu-1', 'Bearer rpgu-2']);
    expect(mis.asked().map(({ headers }) => headers['x-own'])).toEqual(['1', '1']);
  });

  test('that is refused again is handed on: no third attempt', async () => {
    mis.upstream.on('DELETE /thing', expired);
    expect(await write()).toMatchObject({ kind: 'answered', status: 403 });
    expect(mis.asked()).toHaveLength(2);
  });

  test('that cannot be renewed leaves the write unsent', async () => {
    mis.upstream.on('GET /auth/rpgu/token', answer(200, { token: 'rpgu-1' }), answer(500));
    mis.upstream.on('DELETE /thing', expired);
    expect(await write()).toMatchObject({ kind: 'not-sent', report: { failure: 'portal.not-sent' } });
    expect(mis.asked()).toHaveLength(1);
  });

  test.each([
    ['5008', refused(403, '5008')],
    ['5009', refused(403, '5009')],
    ['5010', refused(403, '5010')],
    ['5007 with 401, which MIS never sends', refused(401, '5007')],
    ['403 without a code', answer(403)],
  ])('is not what %s means: nothing is repeated', async (_, play) => {
    mis.upstream.on('DELETE /thing', play, answer(200));
    expect(await write()).not.toMatchObject({ status: 200 });
    expect(mis.asked()).toHaveLength(1);
  });
});

test.each(['5008', '5009'])(
  'a token that is refused as %s is not sent again with the next write',
  async (code) => {
    mis.upstream.on(
      'GET /auth/rpgu/token',
      answer(200, { token: 'rpgu-1' }),
      answer(200, { token: 'rpgu-2' }),
    );
    mis.upstream.on('DELETE /thing', refused(403, code), answer(200));
    await write();
    expect(await write()).toMatchObject({ status: 200 });
    expect(mis.upstream.seen.at(-1)?.headers).toMatchObject({ authorization: 'Bearer rpgu-2' });
  },
);

describe('without a token', () => {
  const none: [string, Play][] = [
    ['a page', page],
    [
      'a page with 404',
      answer(404, '<!doctype html><title>Not found</title>', { 'content-type': 'text/html' }),
    ],
    ['an empty token', answer(200, { token: '' })],
    ['500', answer(500)],
  ];

  test.each(none)('nothing is written: %s', async (_, play) => {
    mis.upstream.on('GET /auth/rpgu/token', play);
    expect(await write()).toMatchObject({ kind: 'not-sent', report: { failure: 'portal.not-sent' } });
    expect(mis.asked()).toEqual([]);
  });

  test.each(none)('nothing is read: %s', async (_, play) => {
    mis.upstream.on('GET /auth/cod/token', play);
    await expect(read()).rejects.toEqual(unavailable);
    expect(mis.asked()).toEqual([]);
  });
});

describe('a patient whom MIS does not know', () => {
  const unknown = answer(404, { message: 'Пациент не найден' });
  const noCard = { failure: 'portal.no-card' };

  test('is told so by a read, and not that MIS does not answer', async () => {
    mis.upstream.on('GET /auth/cod/token', unknown);
    await expect(read()).rejects.toMatchObject({ name: 'ReadFailure', report: noCard });
    expect(mis.asked()).toEqual([]);
  });

  test('is told so by a write, of which nothing is sent', async () => {
    mis.upstream.on('GET /auth/rpgu/token', unknown);
    expect(await write()).toMatchObject({ kind: 'not-sent', report: noCard });
    expect(mis.asked()).toEqual([]);
  });
});

describe('a read', () => {
  test.each([
    ['a page', page],
    ['another shape', answer(200, { items: [] })],
    ['another status', answer(206, ['a'])],
    ['a refusal', refused(403, '5008')],
    ['an error', answer(500)],
  ])('that is answered with %s has failed', async (_, play) => {
    mis.upstream.on('GET /list', play);
    await expect(read()).rejects.toEqual(unavailable);
  });

  test('that needs no token asks for none', async () => {
    mis.upstream.on('GET /list', list);
    expect(await mis.client.readOpen(inventedPatient, '/list', z.array(z.string()), { a: '1' })).toEqual([
      'a',
    ]);
    expect(mis.upstream.seen).toMatchObject([{ path: '/list', query: { a: '1' } }]);
    expect(mis.upstream.seen[0]?.headers).not.toHaveProperty('authorization');
  });
});

describe('whether MIS knows a patient', () => {
  test.each([
    [answer(200, { token: 'cod-1' }), true],
    [answer(404, { message: 'Пациент не найден' }), false],
  ])('is whether it issues a token', async (play, known) => {
    mis.upstream.on('GET /auth/cod/token', play);
    expect(await mis.client.knows(inventedPatient)).toBe(known);
  });

  test.each([400, 403, 500])('is not said by an answer of %i', async (status) => {
    mis.upstream.on('GET /auth/cod/token', answer(status, { message: 'Ошибка' }));
    await expect(mis.client.knows(inventedPatient)).rejects.toThrow(ReadFailure);
  });
});
