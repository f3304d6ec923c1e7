import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { earlyAnswer, takeHeadStart } from './head-start.ts';

const family = {
  authenticated: true,
  sources: ['visits', 'requests'],
  people: [{ ref: 'self' }, { ref: 'child-1' }],
};
const fetchMock = vi.fn<(address: string) => Promise<Response>>();
const asked = () => fetchMock.mock.calls.map(([address]) => address);
const bookings = { pathname: '/', search: '' };

beforeEach(() => {
  fetchMock.mockReset();
  fetchMock.mockImplementation(async (address) =>
    Response.json(address === '/api/session' ? family : { bookings: [] }),
  );
  vi.stubGlobal('fetch', fetchMock);
});
afterEach(() => {
  for (const address of asked()) void earlyAnswer(address);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the bookings of everybody are asked for, from each source on its own', async () => {
  await takeHeadStart(bookings);
  expect(asked()).toEqual([
    '/api/session',
    '/api/bookings/visits?person=self',
    '/api/bookings/visits?person=child-1',
    '/api/bookings/requests?person=self',
    '/api/bookings/requests?person=child-1',
  ]);
});

test('only of the person that the address names', async () => {
  await takeHeadStart({ pathname: '/', search: '?person=child-1&view=past' });
  expect(asked().filter((address) => address.endsWith('self'))).toEqual([]);
  expect(asked()).toHaveLength(3);
});

test.each([
  ['another page than the list', { pathname: '/reserve', search: '' }, family],
  ['nobody signed in', bookings, { authenticated: false }],
  ['an answer of another shape', bookings, { authenticated: true }],
])('%s: nothing but who is signed in is asked for', async (_when, at, session) => {
  fetchMock.mockImplementation(async () => Response.json(session));
  await takeHeadStart(at);
  expect(asked()).toEqual(['/api/session']);
});

describe('an early answer', () => {
  test('is whole, though what to ask for next was read from it', async () => {
    await takeHeadStart(bookings);
    expect(await (await earlyAnswer('/api/session'))?.json()).toEqual(family);
  });

  test('is given once', async () => {
    await takeHeadStart(bookings);
    expect(earlyAnswer('/api/session')).toBeDefined();
    expect(earlyAnswer('/api/session')).toBeUndefined();
  });

  test('is not passed off as news when it has waited for ten seconds', async () => {
    vi.useFakeTimers();
    await takeHeadStart(bookings);
    vi.advanceTimersByTime(9_999);
    expect(earlyAnswer('/api/session')).toBeDefined();
    vi.advanceTimersByTime(1);
    expect(earlyAnswer('/api/bookings/visits?person=self')).toBeUndefined();
  });

  test('that does not come fails for whoever takes it, and for nobody else', async () => {
    fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
    await takeHeadStart(bookings);
    await expect(earlyAnswer('/api/session')).rejects.toThrow('Failed to fetch');
  });
});
