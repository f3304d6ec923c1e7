import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SignedIn } from '#contract/session.ts';
import type { Browser } from '#server/testing/browser.ts';
import { anna, boris, irina } from '#server/testing/people.ts';
import {
  after,
  begin,
  returnTo,
  session,
  startSigningIn,
  take,
  typed,
  values,
  type SigningIn,
} from '#server/testing/signing-in.ts';

let portal: SigningIn;
beforeAll(async () => {
  portal = await startSigningIn(() => new Date());
});
afterAll(() => portal.close());
beforeEach(() => {
  portal.clock.now = after(0);
});

describe('asking when the session ends', () => {
  test('tells its end, and does not move it', async () => {
    const annas = await portal.signedIn(anna);
    portal.clock.now = after(59);
    const told = { endsAt: after(60).toISOString(), lastsUntil: after(480).toISOString() };
    expect(await session(annas)).toMatchObject(told);
    expect(await session(annas)).toMatchObject(told);
    portal.clock.now = after(60);
    expect(await session(annas)).toMatchObject({ authenticated: false });
  });

  test.each([
    ['staying', (browser: Browser) => browser.post('/api/session/stay')],
    ['any other read', (browser: Browser) => browser.get('/api/orders?person=self')],
  ])('tells a later one after %s', async (_what, use) => {
    const annas = await portal.signedIn(anna);
    portal.clock.now = after(59);
    await use(annas);
    expect(await session(annas)).toMatchObject({ endsAt: after(119).toISOString() });
  });

  test('tells no later one after what a page asks by itself', async () => {
    const annas = await portal.signedIn(anna);
    portal.clock.now = after(59);
    await annas.get('/api/orders?person=self', { 'x-by-itself': '1' });
    expect(await session(annas)).toMatchObject({ endsAt: after(60).toISOString() });
  });

  test('tells it to whoever stays, at once', async () => {
    const annas = await portal.signedIn(anna);
    portal.clock.now = after(59);
    const answer = (await annas.post('/api/session/stay')).json<SignedIn>();
    expect(answer).toMatchObject({ authenticated: true, endsAt: after(119).toISOString() });
  });
});

describe('what was typed when the session ended', () => {
  test('comes back to the same person, once', async () => {
    const annas = await portal.signedIn(anna);
    const body = await typed(annas);
    portal.clock.now = after(61);
    expect(await portal.comeBack(annas, await begin(annas, body), anna)).toBe(returnTo);
    expect((await session(annas)).draft).toBe(returnTo);
    expect(await take(annas)).toEqual(values);
    expect(await take(annas)).toBeNull();
    expect((await session(annas)).draft).toBeNull();
  });

  test('comes back where the session had not ended yet', async () => {
    const annas = await portal.signedIn(anna);
    await portal.comeBack(annas, await begin(annas, await typed(annas)), anna);
    expect(await take(annas)).toEqual(values);
  });

  test('is gone for whoever signs in instead, and for the same person after them', async () => {
    const shared = await portal.signedIn(anna);
    const body = await typed(shared);
    portal.clock.now = after(61);
    await portal.comeBack(shared, await begin(shared, body), boris);
    expect((await session(shared)).draft).toBeNull();
    expect(await take(shared)).toBeNull();
    await portal.comeBack(shared, await begin(shared, { returnTo, draft: null }), anna);
    expect(await take(shared)).toBeNull();
    const kept = await portal.store.db.selectFrom('sign_ins').selectAll().execute();
    expect(kept).toEqual([]);
  });

  test('is not kept where the browser is somebody else’s by now', async () => {
    const shared = await portal.signedIn(anna);
    const body = await typed(shared);
    shared.cookies.set('talon', await portal.deps.sessions.start(boris, after(0)));
    await portal.comeBack(shared, await begin(shared, body), boris);
    expect(await take(shared)).toBeNull();
  });

  test.each([
    ['without a cookie', undefined],
    ['with a made-up cookie', 'made-up'],
  ])('is not kept %s, and the sign-in goes on', async (_what, cookie) => {
    const annas = await portal.signedIn(anna);
    const body = await typed(annas);
    annas.cookies.delete('talon');
    if (cookie) annas.cookies.set('talon', cookie);
    expect(await portal.comeBack(annas, await begin(annas, body), anna)).toBe(returnTo);
    expect(await take(annas)).toBeNull();
  });

  test('lies in the database without its words while the person is away', async () => {
    const annas = await portal.signedIn(anna);
    await begin(annas, await typed(annas));
    const kept = await portal.store.db.selectFrom('sign_ins').select('unfinished').execute();
    expect(kept).toEqual([{ unfinished: expect.any(String) }]);
    expect(JSON.stringify(kept)).not.toContain('ребёнок');
    await portal.store.db.deleteFrom('sign_ins').execute();
  });

  test('is not logged', async () => {
    const annas = await portal.signedIn(anna);
    await portal.comeBack(annas, await begin(annas, await typed(annas)), anna);
    await take(annas);
    expect(portal.log.join('')).not.toMatch(/ребёнок|visits\/7/);
  });
});

test('a registrar who signs in again has the same patient in hand', async () => {
  const irinas = await portal.signedIn(irina);
  const { policy, birthDate } = anna.self;
  await irinas.post('/api/desk/patient', { policy, birthDate });
  const { people } = await session(irinas);
  portal.clock.now = after(61);
  await portal.comeBack(irinas, await begin(irinas, { returnTo: '/', draft: null }), irina);
  expect((await session(irinas)).people).toEqual(people);
});

describe('signing in again', () => {
  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', ''])(
    'does not lead to %j',
    async (wanted) => {
      const annas = await portal.signedIn(anna);
      const location = await begin(annas, { returnTo: wanted, draft: null });
      expect(await portal.comeBack(annas, location, anna)).toBe('/');
    },
  );

  test.each([
    ['no address', { draft: null }],
    ['a draft of nobody', { returnTo, draft: { values } }],
    ['a draft of something else than text', { returnTo, draft: { account: 'a', values: { consent: true } } }],
    ['a text that no field holds', { returnTo, draft: { account: 'a', values: { a: 'x'.repeat(1_001) } } }],
    ['more', { returnTo, draft: null, sub: anna.sub }],
  ])('is refused with %s', async (_what, body) => {
    const response = await (await portal.signedIn(anna)).post('/auth/login', body);
    expect([response.statusCode, response.json()]).toMatchObject([400, { failure: 'portal.invalid-input' }]);
  });

  test('is refused with more fields than a form has', async () => {
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`field-${index}`, '']));
    const body = { returnTo, draft: { account: 'a', values: many } };
    expect((await portal.browser().post('/auth/login', body)).statusCode).toBe(400);
  });

  test('is refused with more than 16 KiB, before anything is read', async () => {
    const response = await portal.browser().post('/auth/login', { returnTo: 'x'.repeat(16 * 1024) });
    expect(response.statusCode).toBe(413);
  });

  test.each([{ origin: 'https://evil.example' }, { 'x-portal': '' }])(
    'is refused to a foreign page: %j',
    async (headers) => {
      const response = await portal.browser().post('/auth/login', { returnTo, draft: null }, headers);
      expect(response.json()).toMatchObject({ failure: 'portal.wrong-origin' });
    },
  );

  test('is said not to have begun while the provider cannot be reached', async () => {
    vi.spyOn(portal.deps.signIn, 'begin').mockRejectedValueOnce(new Error('no answer'));
    const response = await portal.browser().post('/auth/login', { returnTo, draft: null });
    expect([response.statusCode, response.json()]).toMatchObject([503, { failure: 'portal.not-sent' }]);
  });
});
