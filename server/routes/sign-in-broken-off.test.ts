import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '#contract/session.ts';
import type { Subject } from '#server/session/subject.ts';
import type { Browser } from '#server/testing/browser.ts';
import { startProvider, type Provider } from '#server/testing/fake-provider.ts';
import { anna, boris } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

let provider: Provider;
let portal: Portal;
beforeAll(async () => {
  provider = await startProvider(() => new Date());
  portal = await startPortal({ issuer: provider.url });
});
afterAll(async () => {
  await portal.close();
  await provider.close();
});
const start = new Date('2026-03-02T08:00:00.000Z');
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
beforeEach(() => {
  portal.clock.now = start;
});

const claimsOf = ({ sub, role, self }: Subject) => ({
  sub,
  role,
  name: self.name,
  birthdate: self.birthDate,
  oms_policy: self.policy,
});
const session = async (browser: Browser) => (await browser.get('/api/session')).json<SignedIn>();
const returnTo = '/bookings/visits/7/cancel?person=self';
const values = { reason: 'Заболел ребёнок' };
const typed = async (browser: Browser) => ({
  returnTo,
  draft: { account: (await session(browser)).account, values },
});
const begin = async (browser: Browser, body: object) =>
  (await browser.post('/auth/login', body)).json<{ location: string }>().location;
const comeBack = async (browser: Browser, location: string, who: Subject) =>
  (await browser.get(provider.letIn(location, claimsOf(who)))).headers.location;
const take = async (browser: Browser, address = returnTo) =>
  (await browser.post('/api/session/draft', { address })).json<{ values: unknown }>().values;

describe('what was typed, where the sign-in is broken off', () => {
  const refuse = (browser: Browser, location: string) =>
    browser.get(`/auth/callback?error=access_denied&state=${new URL(location).searchParams.get('state')}`);
  const login = async (browser: Browser, path = '/') =>
    (await browser.get(`/auth/login?${new URLSearchParams({ return: path })}`)).headers.location ?? '';
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
      portal.clock.now = start;
      const { annas, body } = await ended();
      await refuse(annas, await begin(annas, body));
      portal.clock.now = after(61 + 59);
      expect(await comeBack(annas, await login(annas, page), anna)).toBe(returnTo);
      expect(await take(annas)).toEqual(values);
      expect(await take(annas)).toBeNull();
    }
  });

  test('outlives being broken off twice, and a sign-in that took too long', async () => {
    const { annas, body } = await ended();
    await refuse(annas, await begin(annas, body));
    const late = provider.letIn(await login(annas, returnTo), claimsOf(anna));
    portal.clock.now = after(61 + 11);
    expect((await annas.get(late)).headers.location).toBe(`${returnTo}&signin=kept`);
    await comeBack(annas, await login(annas, returnTo), anna);
    expect(await take(annas)).toEqual(values);
  });

  test('outlives a provider that does not accept us', async () => {
    const { annas, body } = await ended();
    const location = await begin(annas, body);
    const state = new URL(location).searchParams.get('state');
    expect((await annas.get(`/auth/callback?state=${state}&code=made-up`)).headers.location).toMatch(/kept$/);
    await comeBack(annas, await login(annas, returnTo), anna);
    expect(await take(annas)).toEqual(values);
  });

  test('comes back with a sign-in that was begun anew without an answer to the one before', async () => {
    const { annas, body } = await ended();
    await begin(annas, body);
    await comeBack(annas, await login(annas), anna);
    expect(await take(annas)).toEqual(values);
  });

  test('is gone for whoever signs in next instead, and for the same person after them', async () => {
    await portal.store.db.deleteFrom('sign_ins').execute();
    const { annas: shared, body } = await ended();
    await refuse(shared, await begin(shared, body));
    expect(await comeBack(shared, await login(shared), boris)).toBe('/');
    expect((await session(shared)).draft).toBeNull();
    await comeBack(shared, await login(shared), anna);
    expect((await session(shared)).draft).toBeNull();
    expect(await portal.store.db.selectFrom('sign_ins').selectAll().execute()).toEqual([]);
  });

  test('is gone after an hour, after signing out, and for another browser', async () => {
    const { annas, body } = await ended();
    await refuse(annas, await begin(annas, body));
    const other = portal.browser();
    await comeBack(other, await login(other), anna);
    expect((await session(other)).draft).toBeNull();
    await annas.post('/auth/logout');
    await comeBack(annas, await login(annas), anna);
    expect((await session(annas)).draft).toBeNull();
    const later = await ended();
    await refuse(later.annas, await begin(later.annas, later.body));
    portal.clock.now = after(61 + 71);
    await comeBack(later.annas, await login(later.annas), anna);
    expect((await session(later.annas)).draft).toBeNull();
  });

  test('cannot be had by answering for an attempt that no provider has heard of', async () => {
    const { annas, body } = await ended();
    await refuse(annas, await begin(annas, body));
    const state = annas.cookies.get('talon-sign-in') ?? '';
    const made = provider.letIn(
      `${provider.url}/authorize?state=${state}&nonce=a&code_challenge=b`,
      claimsOf(anna),
    );
    expect((await annas.get(made)).headers.location).toMatch(/signin=/);
    expect((await session(annas)).authenticated).toBe(false);
  });
});
