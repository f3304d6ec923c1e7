import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answer, reset, startStubUpstream, type StubUpstream } from './testing/stub-upstream.ts';
import { createTransport, type Transport, type UpstreamCall } from './transport.ts';

const unhurried = { connect: 10_000, read: 20_000, write: 20_000 };
const get: UpstreamCall = { method: 'GET', path: '/things', world: null };
const post: UpstreamCall = { method: 'POST', path: '/things', body: '{}', world: null };
const notSent = { kind: 'not-sent' };

const chance = { clock: () => Date.now(), random: () => 0 };

let upstream: StubUpstream;
let transport: Transport;

beforeEach(async () => {
  upstream = await startStubUpstream();
  transport = createTransport(upstream.url, unhurried, chance);
});

afterEach(async () => {
  vi.useRealTimers();
  await upstream.close();
  await transport.close();
});

const writeTimes = async (count: number) => {
  for (let made = 0; made < count; made++) await transport.write(post);
};

describe('the breaker', () => {
  const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });

  test.each([
    ['errors', answer(500)],
    ['resets', reset],
  ])('opens after 5 %s in a row: the sixth write is never sent', async (_, play) => {
    upstream.on('*', play);
    await writeTimes(5);
    upstream.on('*', answer(200));
    expect(await transport.write(post)).toEqual(notSent);
    expect(upstream.seen).toHaveLength(5);
  });

  test('opens for reads and writes alike', async () => {
    upstream.on('*', answer(500));
    await writeTimes(5);
    await expect(transport.read(get)).rejects.toMatchObject({
      report: { failure: 'portal.source-unavailable' },
    });
    expect(upstream.seen).toHaveLength(5);
  });

  test('stays closed after 4 in a row, and a success begins the row anew', async () => {
    upstream.on('*', ...Array.from({ length: 4 }, () => answer(500)), answer(200), answer(500));
    await writeTimes(9);
    expect(upstream.seen).toHaveLength(9);
  });

  test('opens when half of 10 failed, whatever their order', async () => {
    upstream.on('*', ...Array.from({ length: 10 }, (_, index) => answer(index % 2 ? 500 : 200)), answer(200));
    await writeTimes(10);
    expect(await transport.write(post)).toEqual(notSent);
    expect(upstream.seen).toHaveLength(10);
  });

  test('never opens for refusals: they are answers', async () => {
    upstream.on('*', answer(404, { message_code: '5068' }));
    await writeTimes(30);
    expect(upstream.seen).toHaveLength(30);
  });

  test('lets one call try after 5 s, and closes when it is answered', async () => {
    upstream.on('*', answer(500));
    await writeTimes(5);
    upstream.on('*', answer(200));
    pass(4_999);
    expect(await transport.write(post)).toEqual(notSent);
    pass(1);
    expect(await transport.write(post)).toMatchObject({ status: 200 });
    await writeTimes(3);
    expect(upstream.seen).toHaveLength(9);
  });

  test('stays open for 5 s more when the one that tries fails', async () => {
    upstream.on('*', answer(500));
    await writeTimes(5);
    pass(5_000);
    expect(await transport.write(post)).toMatchObject({ status: 500 });
    upstream.on('*', answer(200));
    pass(4_999);
    expect(await transport.write(post)).toEqual(notSent);
    expect(upstream.seen).toHaveLength(6);
  });

  test('does not stay open longer because it was asked meanwhile', async () => {
    upstream.on('*', ...Array.from({ length: 10 }, (_, index) => answer(index % 2 ? 500 : 200)), answer(200));
    await writeTimes(10);
    pass(3_000);
    await writeTimes(5);
    pass(2_000);
    expect(await transport.write(post)).toMatchObject({ status: 200 });
    expect(upstream.seen).toHaveLength(11);
  });

  test('of one upstream leaves another alone', async () => {
    upstream.on('*', answer(500));
    await writeTimes(5);
    const other = createTransport(upstream.url, unhurried, chance);
    expect(await other.write(post)).toMatchObject({ status: 500 });
    await other.close();
  });
});

describe('a crowd of writes', () => {
  /** Answers are held back until the test lets them go. */
  function holdBack() {
    const held: ServerResponse[] = [];
    upstream.on('*', (response) => held.push(response));
    return {
      untilSeen: (count: number) => vi.waitFor(() => expect(upstream.seen).toHaveLength(count), 10_000),
      release: () => {
        upstream.on('*', answer(200));
        held.splice(0).forEach((response) => response.writeHead(200).end());
      },
    };
  }

  test('goes 16 at a time, 32 wait, and who comes then is turned away unsent', async () => {
    const { untilSeen, release } = holdBack();
    const crowd = Array.from({ length: 48 }, () => transport.write(post));
    expect(await transport.write(post)).toEqual(notSent);
    await untilSeen(16);
    release();
    expect((await Promise.all(crowd)).filter(({ kind }) => kind === 'answered')).toHaveLength(48);
    expect(upstream.seen).toHaveLength(48);
  });

  test('leaves a write unsent whose deadline came while it waited', async () => {
    const { untilSeen, release } = holdBack();
    const crowd = Array.from({ length: 16 }, () => transport.write(post));
    const due = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(due.signal);
    const waiting = transport.write(post);
    await untilSeen(16);
    due.abort();
    release();
    await Promise.all(crowd);
    expect(await waiting).toEqual(notSent);
    expect(upstream.seen).toHaveLength(16);
  });
});
