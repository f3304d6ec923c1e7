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
import { pathOf } from './path-of.ts';
import { createTransport, type Limits, type Transport, type UpstreamCall } from './transport.ts';

const unhurried: Limits = { connect: 10_000, read: 20_000, write: 20_000 };
const hasty: Limits = { connect: 10_000, read: 200, write: 200 };
const mebibyte = 1024 * 1024;

let upstream: StubUpstream;
const opened: Transport[] = [];
const open = (limits = unhurried, url = upstream.url) => {
  const transport = createTransport(url, limits, { clock: () => Date.now(), random: () => 0 });
  opened.push(transport);
  return transport;
};

beforeEach(async () => {
  upstream = await startStubUpstream();
});

afterEach(async () => {
  vi.useRealTimers();
  await upstream.close();
  await Promise.all(opened.splice(0).map((transport) => transport.close()));
});

const get: UpstreamCall = { method: 'GET', path: '/things', world: null };
const post: UpstreamCall = { method: 'POST', path: '/things', body: '{"a":1}', world: null };

describe('what is sent', () => {
  beforeEach(() => upstream.on('*', answer(200)));

  test.each(['', '/', '/mis', '/mis/'])(
    'goes below the base address %j, with one slash between',
    async (base) => {
      await open(unhurried, upstream.url + base).read(get);
      expect(upstream.seen[0]?.path).toBe(`${base.replace(/\/$/, '')}/things`);
    },
  );

  test('is the method, the query without its absent values, the headers and the body', async () => {
    const query = { dateFrom: '2026-11-21', name: 'Яна & Ко', absent: undefined };
    await open().write({ ...post, query, headers: { 'content-type': 'application/json' } });
    expect(upstream.seen).toMatchObject([
      {
        method: 'POST',
        path: '/things',
        query: { dateFrom: '2026-11-21', name: 'Яна & Ко' },
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: '{"a":1}',
      },
    ]);
    expect(upstream.seen[0]?.query).not.toHaveProperty('absent');
  });

  test('names a world only where there is one', async () => {
    const transport = open();
    await transport.read({ ...get, world: 'w1' });
    await transport.read(get);
    expect(upstream.seen.map(({ headers }) => headers['x-sandbox-world'])).toEqual(['w1', undefined]);
  });

  test.each(['../admin', 'a/b', 'a?b=c', 'a#b', '%2e%2e', 'Ю', ' '])(
    'keeps the id %j in its place',
    async (id) => {
      await open().read({ ...get, path: `/visit${pathOf(id)}/reservation` });
      const [, visit, segment, reservation, ...more] = upstream.seen[0]?.path.split('/') ?? [];
      expect([visit, decodeURIComponent(segment ?? ''), reservation, more]).toEqual([
        'visit',
        id,
        'reservation',
        [],
      ]);
    },
  );
});

describe('a write', () => {
  test.each([
    ['JSON', answer(201, { id: 7 }), { status: 201, json: { id: 7 } }],
    ['nothing', answer(204), { status: 204, text: '', json: undefined }],
    ['a page', page, { status: 200, json: undefined }],
    ['a refusal', answer(400, { message_code: '4010' }), { status: 400, json: { message_code: '4010' } }],
    ['an error', answer(503, 'Service Unavailable'), { status: 503, text: 'Service Unavailable' }],
    ['a redirect', answer(302, '', { location: '/elsewhere' }), { status: 302, location: '/elsewhere' }],
    [
      'a lasting redirect',
      answer(308, '', { location: '/elsewhere' }),
      { status: 308, location: '/elsewhere' },
    ],
    ['2 MiB', answer(200, 'x'.repeat(2 * mebibyte)), { status: 200, text: 'x'.repeat(2 * mebibyte) }],
  ])('that is answered with %s hands it on as it came, after one request', async (_, play, reply) => {
    upstream.on('*', play);
    expect(await open().write(post)).toMatchObject({ kind: 'answered', ...reply });
    expect(upstream.seen).toHaveLength(1);
  });

  const truncate: Play = (response) => {
    response
      .writeHead(200, { 'content-length': '100' })
      .write('{"message_code":', () => response.socket?.destroy());
  };
  const notHttp: Play = (response) => {
    response.socket?.end('BANG\r\n\r\n');
  };
  test.each([
    ['is reset', reset],
    ['is cut off in its answer', truncate],
    ['is answered in no language we know', notHttp],
    ['is answered with more than 2 MiB', answer(200, 'x'.repeat(2 * mebibyte + 1))],
  ])('that %s is silent, and never sent again', async (_, play) => {
    upstream.on('*', play);
    expect(await open().write(post)).toEqual({ kind: 'silent' });
    expect(upstream.seen).toHaveLength(1);
  });

  test('on a connection that was used before, and is cut, is not sent again either', async () => {
    upstream.on('*', answer(200), reset);
    const transport = open();
    await transport.write(post);
    expect(await transport.write(post)).toEqual({ kind: 'silent' });
    expect(upstream.seen).toHaveLength(2);
  });

  const drip: Play = (response) => {
    response.writeHead(200);
    const drops = setInterval(() => response.write(' '), 10);
    response.on('close', () => clearInterval(drops));
  };
  test.each([
    ['hangs', hang],
    ['drips for ever', drip],
  ])('that %s ends at the deadline, and lets the connection go', async (_, play) => {
    const left = new Promise((resolve) => {
      upstream.on('*', (response, seen) => {
        response.on('close', resolve);
        play(response, seen);
      });
    });
    expect(await open(hasty).write(post)).toEqual({ kind: 'silent' });
    await left;
    expect(upstream.seen).toHaveLength(1);
  });

  const failing = (code: string) => Object.assign(new Error(code), { code });
  test.each([
    ['not-sent', failing('ECONNREFUSED')],
    ['not-sent', failing('ENOTFOUND')],
    ['not-sent', failing('EAI_AGAIN')],
    ['not-sent', failing('UND_ERR_CONNECT_TIMEOUT')],
    ['not-sent', new AggregateError([failing('ECONNREFUSED'), failing('ECONNREFUSED')])],
    ['not-sent', new TypeError('wrapped', { cause: failing('ECONNREFUSED') })],
    ['silent', failing('ECONNRESET')],
    ['silent', failing('UND_ERR_SOCKET')],
    ['silent', failing('UND_ERR_HEADERS_TIMEOUT')],
    ['silent', new AggregateError([failing('ECONNREFUSED'), failing('ECONNRESET')])],
    ['silent', new Error('something else')],
  ])('is %s after %s', async (kind, error) => {
    const request = vi.spyOn(Pool.prototype, 'request').mockRejectedValue(error);
    expect(await open().write(post)).toEqual({ kind });
    expect(request).toHaveBeenCalledTimes(1);
  });

  test('is not sent where nobody listens', async () => {
    await upstream.close();
    expect(await open().write(post)).toEqual({ kind: 'not-sent' });
    upstream = await startStubUpstream();
  });
});
