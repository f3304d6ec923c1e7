import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '#server/testing/browser.ts';
import { anna, boris } from '#server/testing/people.ts';
import {
  after,
  begin,
  claimsOf,
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

const refuse = (browser: Browser, location: string) =>
  browser.get(`/auth/callback?error=access_denied&state=${new URL(location).searchParams.get('state')}`);
const login = async (browser: Browser, path = '/') =>
  (await browser.get(`/auth/login?${new URLSearchParams({ return: path })}`)).headers.location ?? '';

describe('what was typed, where the sign-in is broken off', () => {
  const ended = async () => {
    const annas = await portal.signedIn(anna);
    const body = await typed(annas);
    portal.clock.now = after(61);
    return { annas, body };
  };

  test('leads back to the same page, which says that it is kept', async () => {
    const { annas, body } = await ended();
    const back = await refuse(annas, await begin(annas, body));
    expect(back.headers.location).toBe(`${returnTo}&signin=kept`);
    expect(back.cookies).toMatchObject([{ name: 'talon-sign-in', httpOnly: true, maxAge: 3600 }]);
  });

  test('comes back with the next sign-in of the same person, from that page and from the first one', async () => {
    for (const page of [returnTo, '/']) {
      portal.clock.now = after(0);
      const { annas, body } = await ended();
      await refuse(annas, await begin(annas, body));
      portal.clock.now = after(61 + 59);
      expect(await portal.comeBack(annas, await login(annas, page), anna)).toBe(returnTo);
      expect(await take(annas)).toEqual(values);
      expect(await take(annas)).toBeNull();
    }
  });

  test('outlives being broken off twice, and a sign-in that took too long', async () => {
    const { annas, body } = await ended();
    await refuse(annas, await begin(annas, body));
    const late = portal.provider.letIn(await login(annas, returnTo), claimsOf(anna));
    portal.clock.now = after(61 + 11);
    expect((await annas.get(late)).headers.location).toBe(`${returnTo}&signin=kept`);
    await portal.comeBack(annas, await login(annas, returnTo), anna);
    expect(await take(annas)).toEqual(values);
  });

  test('outlives a provider that does not accept us', async () => {
    const { annas, body } = await ended();
    const location = await begin(annas, body);
    const state = new URL(location).searchParams.get('state');
    expect((await annas.get(`/auth/callback?state=${state}&code=made-up`)).headers.location).toMatch(/kept$/);
    await portal.comeBack(annas, await login(annas, returnTo), anna);
    expect(await take(annas)).toEqual(values);
  });

  test('comes back with a sign-in that was begun anew without an answer to the one before', async () => {
    const { annas, body } = await ended();
    await begin(annas, body);
    await portal.comeBack(annas, await login(annas), anna);
    expect(await take(annas)).toEqual(values);
  });

  test('is gone for whoever signs in next instead, and for the same person after them', async () => {
    await portal.store.db.deleteFrom('sign_ins').execute();
    const { annas: shared, body } = await ended();
    await refuse(shared, await begin(shared, body));
    expect(await portal.comeBack(shared, await login(shared), boris)).toBe('/');
    expect((await session(shared)).draft).toBeNull();
    await portal.comeBack(shared, await login(shared), anna);
    expect((await session(shared)).draft).toBeNull();
    expect(await portal.store.db.selectFrom('sign_ins').selectAll().execute()).toEqual([]);
  });

  test('is gone after an hour, after signing out, and for another browser', async () => {
    const { annas, body } = await ended();
    await refuse(annas, await begin(annas, body));
    const other = portal.browser();
    await portal.comeBack(other, await login(other), anna);
    expect((await session(other)).draft).toBeNull();
    await annas.post('/auth/logout');
    await portal.comeBack(annas, await login(annas), anna);
    expect((await session(annas)).draft).toBeNull();
    const later = await ended();
    await refuse(later.annas, await begin(later.annas, later.body));
    portal.clock.now = after(61 + 71);
    await portal.comeBack(later.annas, await login(later.annas), anna);
    expect((await session(later.annas)).draft).toBeNull();
  });

  test('cannot be had by answering for an attempt that no provider has heard of', async () => {
    const { annas, body } = await ended();
    await refuse(annas, await begin(annas, body));
    const state = annas.cookies.get('talon-sign-in') ?? '';
    const made = portal.provider.letIn(
      `${portal.provider.url}/authorize?state=${state}&nonce=a&code_challenge=b`,
      claimsOf(anna),
    );
    expect((await annas.get(made)).headers.location).toMatch(/signin=/);
    expect((await session(annas)).authenticated).toBe(false);
  });
});

describe('what was typed, where the session of before still lives', () => {
  const left = async () => {
    const annas = await portal.signedIn(anna);
    portal.clock.now = after(58);
    return { annas, location: await begin(annas, await typed(annas)) };
  };

  test('is there at once where the sign-in is broken off', async () => {
    const { annas, location } = await left();
    expect((await refuse(annas, location)).headers.location).toBe(`${returnTo}&signin=kept`);
    expect((await session(annas)).draft).toBe(returnTo);
    expect(await take(annas)).toEqual(values);
    expect(await take(annas)).toBeNull();
  });

  test('is there at once where somebody comes back without an answer', async () => {
    const { annas } = await left();
    expect((await session(annas)).draft).toBe(returnTo);
    expect(await take(annas)).toEqual(values);
  });

  test('is not given a second time by the next sign-in', async () => {
    const { annas, location } = await left();
    await refuse(annas, location);
    await take(annas);
    expect(await portal.comeBack(annas, await login(annas), anna)).toBe('/');
    expect((await session(annas)).draft).toBeNull();
  });

  test('is not given a second time by the sign-in under way, which goes on', async () => {
    const { annas, location } = await left();
    await take(annas);
    expect(await portal.comeBack(annas, location, anna)).toBe(returnTo);
    expect(await take(annas)).toBeNull();
  });

  test('waits for the next sign-in where the session was over before anybody took it', async () => {
    const { annas, location } = await left();
    await refuse(annas, location);
    annas.cookies.delete('talon');
    await portal.comeBack(annas, await login(annas), anna);
    expect(await take(annas)).toEqual(values);
  });

  test('stays what it was where a later one is asked for at another address', async () => {
    const { annas, location } = await left();
    expect(await take(annas, '/requests/new')).toBeNull();
    await portal.comeBack(annas, location, anna);
    expect(await take(annas)).toEqual(values);
  });

  test('is in nobody else’s session', async () => {
    const shared = await portal.signedIn(anna);
    const body = await typed(shared);
    shared.cookies.set('talon', await portal.deps.sessions.start(boris, after(0)));
    await refuse(shared, await begin(shared, body));
    expect((await session(shared)).draft).toBeNull();
    expect(await take(shared)).toBeNull();
  });

  test('lies in the database without its words, and goes with the session', async () => {
    await portal.store.db.deleteFrom('sessions').execute();
    const { annas, location } = await left();
    await refuse(annas, location);
    const kept = () => portal.store.db.selectFrom('sessions').select('draft').execute();
    expect(await kept()).toEqual([{ draft: expect.any(String) }]);
    expect(JSON.stringify(await kept())).not.toContain('ребёнок');
    await annas.post('/auth/logout');
    expect(await kept()).toEqual([]);
  });
});
