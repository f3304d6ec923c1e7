import { Pool } from 'undici';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  answer,
  hang,
  page,
  reset,
  startStubUpstream,
  type Play,
  type StubUpstream,
} from './testing/stub-upstream.ts';
import { createTransport, type Limits, type Transport, type UpstreamCall } from './transport.ts';

const unhurried: Limits = { connect: 10_000, read: 20_000, write: 20_000 };
const hasty: Limits = { connect: 10_000, read: 200, write: 200 };
const mebibyte = 1024 * 1024;

let upstream: StubUpstream;
const opened: Transport[] = [];
const open = (limits = unhurried, random = () => 0) => {
  const transport = createTransport(upstream.url, limits, { clock: () => Date.now(), random });
  opened.push(transport);
  return transport;
};

beforeEach(async () => {
  upstream = await startStubUpstream();
});

afterEach(async () => {
  await upstream.close();
  await Promise.all(opened.splice(0).map((transport) => transport.close()));
});

const get: UpstreamCall = { method: 'GET', path: '/things', world: null };

describe('a read', () => {
  const ok = answer(200, { ok: true });
  const unavailable = expect.objectContaining({
    name: 'ReadFailure',
    report: expect.objectContaining({ failure: 'portal.source-unavailable' }),
  });

  test.each([
    ['502', answer(502)],
    ['503', answer(503)],
    ['504', answer(504)],
    ['a lost connection', reset],
  ])('is repeated once after %s', async (_, play) => {
    upstream.on('*', play, ok);
    expect(await open().read(get)).toMatchObject({ status: 200, json: { ok: true } });
    expect(upstream.seen).toHaveLength(2);
  });

  test.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'UND_ERR_CONNECT_TIMEOUT',
    'ECONNRESET',
    'EPIPE',
    'UND_ERR_SOCKET',
  ])('is repeated once where there was no connection, or it was lost: %s', async (code) => {
    upstream.on('*', ok);
    const request = vi
      .spyOn(Pool.prototype, 'request')
      .mockRejectedValueOnce(Object.assign(new Error(code), { code }));
    expect(await open().read(get)).toMatchObject({ status: 200 });
    expect(request).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['two passing faults', [answer(503), answer(503), ok]],
    ['two lost connections', [reset, reset, ok]],
    ['a passing fault and a lost connection', [answer(503), reset, ok]],
  ])('fails after %s', async (_, plays) => {
    upstream.on('*', ...plays);
    await expect(open().read(get)).rejects.toEqual(unavailable);
    expect(upstream.seen).toHaveLength(2);
  });

  test.each([
    ['an error that will not pass', answer(500), { status: 500 }],
    ['a wish for fewer requests', answer(429, '', { 'retry-after': '0' }), { status: 429 }],
    ['a refusal', answer(404, { message: 'нет' }), { status: 404, json: { message: 'нет' } }],
    ['a redirect', answer(302, '', { location: '/elsewhere' }), { status: 302 }],
    ['a page', page, { status: 200, json: undefined }],
  ])('hands %s on as it came, after one request', async (_, play, reply) => {
    upstream.on('*', play);
    expect(await open().read(get)).toMatchObject(reply);
    expect(upstream.seen).toHaveLength(1);
  });

  test('whose answer is too large fails at once: it would be as large again', async () => {
    upstream.on('*', answer(200, 'x'.repeat(2 * mebibyte + 1)));
    await expect(open().read(get)).rejects.toEqual(unavailable);
    expect(upstream.seen).toHaveLength(1);
  });

  test('that hangs fails at the deadline, which is one for both attempts', async () => {
    upstream.on('*', hang);
    await expect(open(hasty).read(get)).rejects.toEqual(unavailable);
    expect(upstream.seen).toHaveLength(1);
  });

  /** When the upstream was asked, in milliseconds since the first time. */
  const whenAsked = (...plays: Play[]) => {
    const times: number[] = [];
    const noted = plays.map((play): Play => (response, seen) => {
      times.push(performance.now());
      play(response, seen);
    });
    upstream.on('*', ...noted);
    return () => times.map((time) => time - (times[0] ?? 0));
  };

  test.each([
    ['100 ms at the least', 0, 100],
    ['longer by chance', 1, 400],
  ])('pauses before it is repeated: %s', async (_, chance, pause) => {
    const asked = whenAsked(answer(503), ok);
    await open(unhurried, () => chance).read(get);
    expect(asked()[1]).toBeGreaterThanOrEqual(pause - 2);
  });

  test('waits as long as the upstream asks', async () => {
    const asked = whenAsked(answer(503, '', { 'retry-after': '1' }), ok);
    expect(await open().read(get)).toMatchObject({ status: 200 });
    expect(asked()[1]).toBeGreaterThanOrEqual(998);
  });

  test('fails at once where the upstream asks for more time than there is', async () => {
    upstream.on('*', answer(503, '', { 'retry-after': '20' }), ok);
    const began = performance.now();
    await expect(open().read(get)).rejects.toEqual(unavailable);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(upstream.seen).toHaveLength(1);
  });

  test('is not repeated once the repeats are spent: ten, and a tenth of the requests', async () => {
    const transport = open();
    const repeated = async () => {
      upstream.on('*', answer(503), ok);
      const before = upstream.seen.length;
      await transport.read(get).catch((error: unknown) => expect(error).toEqual(unavailable));
      const requests = upstream.seen.length - before;
      upstream.on('*', ok);
      await transport.read(get);
      return requests === 2;
    };
    const outcomes: boolean[] = [];
    for (let round = 0; round < 13; round++) outcomes.push(await repeated());
    expect(outcomes).toEqual([...Array.from({ length: 12 }, () => true), false]);
  });
});
