import * as z from 'zod/mini';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { takeHeadStart } from './head-start.ts';
import { portal, problemOf, ProblemError } from './portal-client.ts';

const schema = z.object({ ok: z.boolean() });
const read = () => portal.get({ path: '/api/things', schema });
const write = () => portal.post({ path: '/api/things', schema, body: { a: 1 }, key: 'key-1' });
const fetchMock = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();

const failureOf = async (asked: Promise<unknown>) =>
  asked.then(
    () => 'no failure',
    (error: unknown) => problemOf(error).failure,
  );

beforeEach(() => {
  fetchMock.mockReset();
  vi.stubGlobal('fetch', fetchMock);
  vi.stubGlobal('navigator', { onLine: true });
});
afterEach(() => vi.unstubAllGlobals());

test('a write carries its key and the portal’s own header, and its body as JSON', async () => {
  fetchMock.mockResolvedValue(Response.json({ ok: true }));
  expect(await write()).toEqual({ ok: true });
  const [, init] = fetchMock.mock.calls[0] ?? [];
  expect(init).toMatchObject({
    method: 'POST',
    body: '{"a":1}',
    headers: { 'Idempotency-Key': 'key-1', 'X-Portal': '1', 'Content-Type': 'application/json' },
  });
});

test('what is not known is left out of the address', async () => {
  fetchMock.mockResolvedValue(Response.json({ ok: true }));
  await portal.get({ path: '/api/things', schema, search: { person: 'self', day: undefined } });
  expect(fetchMock.mock.calls[0]?.[0]).toBe('/api/things?person=self');
});

test('what was asked for early is not asked again, and only reading takes it', async () => {
  fetchMock.mockImplementation(async () => Response.json({ ok: true }));
  await takeHeadStart({ pathname: '/reserve', search: '' });
  await portal.post({ path: '/api/session', schema, body: {} });
  expect(fetchMock).toHaveBeenCalledTimes(2);
  await portal.get({ path: '/api/session', schema });
  expect(fetchMock).toHaveBeenCalledTimes(2);
  await portal.get({ path: '/api/session', schema });
  expect(fetchMock).toHaveBeenCalledTimes(3);
});

test('a failure that the server names keeps its name and everything with it', async () => {
  const body = {
    type: 'about:blank',
    status: 409,
    title: 'x',
    failure: 'mis.reserve.taken',
    upstream: { system: 'mis', status: 400, code: '4009' },
    facts: {},
    text: null,
    operation: 'op-1',
  };
  fetchMock.mockResolvedValue(Response.json(body, { status: 409 }));
  const error = await write().catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ProblemError);
  expect(problemOf(error)).toEqual(body);
});

describe('without a usable answer', () => {
  test.each([
    ['the connection breaks', () => fetchMock.mockRejectedValue(new TypeError('Failed to fetch'))],
    [
      'a proxy answers 502 with a page',
      () => fetchMock.mockResolvedValue(new Response('<html>', { status: 502 })),
    ],
    ['a 200 has another shape', () => fetchMock.mockResolvedValue(Response.json({ other: 1 }))],
    ['a 200 is not JSON', () => fetchMock.mockResolvedValue(new Response('<html>'))],
  ])('when %s, a write is unknown and a read may be repeated', async (_what, prepare) => {
    prepare();
    expect(await failureOf(write())).toBe('portal.outcome-unknown');
    prepare();
    expect(await failureOf(read())).toBe('portal.source-unavailable');
  });

  test('a refusal that the server does not explain is not an unknown outcome', async () => {
    fetchMock.mockResolvedValue(new Response('', { status: 413 }));
    expect(await failureOf(write())).toBe('portal.unexpected');
  });

  test('a page that is left has not failed', async () => {
    const leaving = new AbortController();
    fetchMock.mockImplementation(async () => {
      leaving.abort();
      throw leaving.signal.reason;
    });
    const asked = portal.get({ path: '/api/things', schema, signal: leaving.signal });
    await expect(asked).rejects.toBe(leaving.signal.reason);
  });
});

describe('offline', () => {
  beforeEach(() => vi.stubGlobal('navigator', { onLine: false }));

  test('a write is not sent, and says so at once', async () => {
    expect(await failureOf(write())).toBe('portal.offline');
    expect(fetchMock).not.toHaveBeenCalled();
  });

  test('a read that fails says that there is no connection', async () => {
    fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await failureOf(read())).toBe('portal.offline');
  });
});

test('a write that was under way when the connection went may have arrived', async () => {
  fetchMock.mockImplementation(async () => {
    vi.stubGlobal('navigator', { onLine: false });
    throw new TypeError('Failed to fetch');
  });
  expect(await failureOf(write())).toBe('portal.outcome-unknown');
});
