import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '#server/testing/browser.ts';
import { startProvider, type Claims, type Provider } from '#server/testing/fake-provider.ts';
import { anna } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

const annasClaims = {
  sub: anna.sub,
  name: anna.self.name,
  birthdate: anna.self.birthDate,
  oms_policy: anna.self.policy,
  role: 'patient',
};

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

const begin = async (browser: Browser, path = '/auth/login') =>
  (await browser.get(path)).headers.location ?? '';
const signIn = async (browser: Browser, claims: Claims = annasClaims) =>
  browser.get(provider.letIn(await begin(browser), claims));
const who = async (browser: Browser) => (await browser.get('/api/session')).json<{ name?: string }>().name;
const failed = { statusCode: 303, headers: { location: '/?signin=failed' } };

describe('a sign-in begins', () => {
  test("at the provider, with everything that ties it to us and to this browser's attempt", async () => {
    const address = new URL(await begin(portal.browser()));
    expect(address.origin + address.pathname).toBe(`${provider.url}/authorize`);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: 'talon',
      redirect_uri: 'http://localhost:3000/auth/callback',
      response_type: 'code',
      scope: 'openid',
      prompt: 'login',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  test('with a cookie that only this browser has, for ten minutes', async () => {
    const { cookies, headers } = await portal.browser().get('/auth/login');
    const state = new URL(headers.location ?? '').searchParams.get('state');
    expect(cookies).toEqual([
      { name: 'talon-sign-in', value: state, path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 600 },
    ]);
  });

  test.each([
    ['/bookings/clinic-visits/1?person=self', '/bookings/clinic-visits/1?person=self'],
    ['https://evil.example/', '/'],
    ['//evil.example', '/'],
    ['/.//evil.example/phish', '/'],
    ['/auth/login', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['', '/'],
  ])('and comes back from %j to %j', async (wanted, came) => {
    const browser = portal.browser();
    const address = await begin(browser, `/auth/login?${new URLSearchParams({ return: wanted }).toString()}`);
    expect((await browser.get(provider.letIn(address, annasClaims))).headers.location).toBe(came);
  });
});

describe('a sign-in ends', () => {
  test('with a session in a cookie that no script and no other site can use', async () => {
    const response = await signIn(portal.browser());
    const [session, attempt] = ['talon', 'talon-sign-in'].map((name) =>
      response.cookies.find((cookie) => cookie.name === name),
    );
    expect(session).toEqual({
      name: 'talon',
      value: expect.stringMatching(/^[\w-]{43}$/),
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
    });
    expect(attempt).toMatchObject({ value: '', expires: new Date(0) });
  });

  test('with an id that the database does not hold', async () => {
    const browser = portal.browser();
    await signIn(browser);
    const rows = await portal.store.db.selectFrom('sessions').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(browser.cookies.get('talon'));
  });

  test('with a new id, whatever id the browser brought', async () => {
    const browser = portal.browser();
    browser.cookies.set('talon', 'an-id-that-somebody-planted');
    await signIn(browser);
    expect(browser.cookies.get('talon')).not.toBe('an-id-that-somebody-planted');
    browser.cookies.set('talon', 'an-id-that-somebody-planted');
    expect(await who(browser)).toBeUndefined();
  });

  test('with a new id for somebody who was signed in, and the old one ends', async () => {
    const browser = portal.browser();
    await signIn(browser);
    const old = browser.cookies.get('talon') ?? '';
    await signIn(browser, { ...annasClaims, name: 'Анна Новая' });
    expect(await who(browser)).toBe('Анна Новая');
    const before = portal.browser();
    before.cookies.set('talon', old);
    expect(await who(before)).toBeUndefined();
  });
});

describe('nobody is signed in', () => {
  test('by an address that was made in another browser', async () => {
    const back = provider.letIn(await begin(portal.browser()), annasClaims);
    const other = portal.browser();
    await begin(other);
    expect(await other.get(back)).toMatchObject(failed);
    expect(await who(other)).toBeUndefined();
  });

  test('by an address that was used already', async () => {
    const browser = portal.browser();
    const address = await begin(browser);
    const back = provider.letIn(address, annasClaims);
    await browser.get(back);
    browser.cookies.delete('talon');
    browser.cookies.set('talon-sign-in', new URL(address).searchParams.get('state') ?? '');
    expect(await browser.get(back)).toMatchObject(failed);
    expect(await who(browser)).toBeUndefined();
  });

  test('more than ten minutes after the attempt', async () => {
    const browser = portal.browser();
    const back = provider.letIn(await begin(browser), annasClaims);
    const before = portal.clock.now;
    portal.clock.now = new Date(before.getTime() + 10 * 60_000);
    expect(await browser.get(back)).toMatchObject(failed);
    portal.clock.now = before;
  });

  test.each([
    ['with a nonce of another attempt', { nonce: 'of-another' }],
    ['from another issuer', { iss: 'https://evil.example' }],
  ])('by a token %s', async (_what, wrong) => {
    const browser = portal.browser();
    expect(await signIn(browser, { ...annasClaims, ...wrong })).toMatchObject(failed);
    expect(browser.cookies.size).toBe(0);
  });

  test.each(['error=access_denied', 'code=made-up', 'code=a&code=b', ''])(
    'when the provider sends %j back',
    async (query) => {
      const browser = portal.browser();
      const state = new URL(await begin(browser)).searchParams.get('state') ?? '';
      expect(await browser.get(`/auth/callback?state=${state}&${query}`)).toMatchObject(failed);
      expect(browser.cookies.size).toBe(0);
    },
  );

  test('while the provider cannot be reached', async () => {
    const lonely = await startPortal();
    expect(await lonely.browser().get('/auth/login')).toMatchObject(failed);
    await lonely.close();
  });
});

describe('a sign-out', () => {
  test('ends the session, clears the cookie and the cache, and leads to the provider', async () => {
    const browser = portal.browser();
    await signIn(browser);
    const id = browser.cookies.get('talon') ?? '';
    const response = await browser.post('/auth/logout');
    expect(response.headers['clear-site-data']).toBe('"cache"');
    expect(browser.cookies.size).toBe(0);
    const location = new URL(response.json<{ location: string }>().location);
    expect(location.origin + location.pathname).toBe(`${provider.url}/end`);
    expect(location.searchParams.get('post_logout_redirect_uri')).toBe('http://localhost:3000/');
    browser.cookies.set('talon', id);
    expect(await who(browser)).toBeUndefined();
  });

  test('leaves the session of another browser alone', async () => {
    const [one, other] = [portal.browser(), portal.browser()];
    await signIn(one);
    await signIn(other);
    await one.post('/auth/logout');
    expect(await who(other)).toBe(anna.self.name);
  });

  test('of nobody leads home', async () => {
    const response = await portal.browser().post('/auth/logout');
    expect([response.statusCode, response.json()]).toEqual([200, { location: 'http://localhost:3000/' }]);
  });
});

test('behind https the cookies are for this host alone', async () => {
  const secure = await startPortal({ publicUrl: 'https://talon.example', issuer: provider.url });
  const browser = secure.browser();
  const { cookies } = await signIn(browser);
  const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'Lax' };
  expect(cookies.find(({ name }) => name === '__Host-talon')).toMatchObject(attributes);
  expect(cookies.find(({ name }) => name === '__Host-talon-sign-in')).toMatchObject(attributes);
  expect(cookies.every((cookie) => cookie.domain === undefined)).toBe(true);
  expect(await who(browser)).toBe(anna.self.name);
  await secure.close();
});

describe('claims that do not fit', () => {
  test.each([
    ['without a policy', { oms_policy: null }],
    ['in a role that we do not know', { role: 'admin' }],
  ])('%s send the browser back with words of their own', async (_what, wrong) => {
    const browser = portal.browser();
    const response = await signIn(browser, { ...annasClaims, ...wrong });
    expect(response).toMatchObject({ statusCode: 303, headers: { location: '/?signin=claims' } });
    expect(browser.cookies.size).toBe(0);
  });

  test('of a registrar who has no policy lock nobody out', async () => {
    const browser = portal.browser();
    const { oms_policy: _none, ...others } = annasClaims;
    await signIn(browser, { ...others, role: 'registrar' });
    expect(await who(browser)).toBe(anna.self.name);
  });
});
