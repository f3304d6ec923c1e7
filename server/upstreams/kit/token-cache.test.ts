import { describe, expect, test, vi } from 'vitest';
import { TokenCache, type Token } from './token-cache.ts';

const start = Date.parse('2026-11-21T09:00:00Z');
const minute = 60_000;

function setUp() {
  let now = start;
  let issued = 0;
  const cache = new TokenCache(() => now);
  const fetchToken = vi.fn(async (): Promise<Token> => ({
    value: `token-${++issued}`,
    renewAt: now + 29 * minute,
  }));
  return { cache, fetchToken, pass: (ms: number) => (now += ms) };
}

describe('the cache of tokens', () => {
  test('asks once and answers from memory until the token is due', async () => {
    const { cache, fetchToken, pass } = setUp();
    const first = await cache.get(['anna'], fetchToken);
    pass(29 * minute - 1);
    const second = await cache.get(['anna'], fetchToken);
    pass(1);
    const third = await cache.get(['anna'], fetchToken);
    expect([first, second, third]).toEqual(['token-1', 'token-1', 'token-2']);
  });

  test.each([
    ['people', ['anna'], ['boris']],
    ['kinds', ['cod', 'anna'], ['rpgu', 'anna']],
    ['worlds', ['anna', null], ['anna', 'w1']],
    ['pieces of a key, however they are cut', ['ab', 'c'], ['a', 'bc']],
  ])('never answers one with the other’s: %s', async (_, one, other) => {
    const { cache, fetchToken } = setUp();
    expect(await cache.get(one, fetchToken)).not.toBe(await cache.get(other, fetchToken));
  });

  test('asks once however many callers want the same token at once', async () => {
    const { cache, fetchToken } = setUp();
    const answers = await Promise.all(Array.from({ length: 20 }, () => cache.get(['anna'], fetchToken)));
    expect(new Set(answers)).toEqual(new Set(['token-1']));
    expect(fetchToken).toHaveBeenCalledTimes(1);
  });

  test('asks once more when a due token is wanted by many at once', async () => {
    const { cache, fetchToken, pass } = setUp();
    await cache.get(['anna'], fetchToken);
    pass(29 * minute);
    const answers = await Promise.all(Array.from({ length: 20 }, () => cache.get(['anna'], fetchToken)));
    expect(new Set(answers)).toEqual(new Set(['token-2']));
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });

  test('forgets a token that is no use any more, and only that one', async () => {
    const { cache, fetchToken } = setUp();
    const useless = await cache.get(['anna'], fetchToken);
    await cache.forget(['anna'], useless);
    const next = await cache.get(['anna'], fetchToken);
    await cache.forget(['anna'], useless);
    expect([useless, next, await cache.get(['anna'], fetchToken)]).toEqual(['token-1', 'token-2', 'token-2']);
  });

  test('replaces a token that the upstream refused, once for all who were refused with it', async () => {
    const { cache, fetchToken } = setUp();
    const spent = await cache.get(['anna'], fetchToken);
    const renewed = await Promise.all([
      cache.get(['anna'], fetchToken, spent),
      cache.get(['anna'], fetchToken, spent),
    ]);
    expect(renewed).toEqual(['token-2', 'token-2']);
    expect(await cache.get(['anna'], fetchToken, spent)).toBe('token-2');
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });

  test('does not remember a failure: the next caller asks anew', async () => {
    const { cache, fetchToken } = setUp();
    fetchToken.mockRejectedValueOnce(new Error('no token today'));
    await expect(cache.get(['anna'], fetchToken)).rejects.toThrow('no token today');
    expect(await cache.get(['anna'], fetchToken)).toBe('token-1');
  });

  test('tells everyone who waited for it about a failure', async () => {
    const { cache, fetchToken } = setUp();
    fetchToken.mockRejectedValueOnce(new Error('no token today'));
    const answers = await Promise.allSettled([
      cache.get(['anna'], fetchToken),
      cache.get(['anna'], fetchToken),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(fetchToken).toHaveBeenCalledTimes(1);
  });
});
