import { createHash, randomBytes } from 'node:crypto';
import { createLocalJWKSet, jwtVerify, type JWK } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clinicGuid } from '../store/seed-region.ts';
import { openBrowser, type Browser } from '../testing/browser.ts';
import { issuer, openSandbox, type OpenSandbox } from '../testing/open-sandbox.ts';

const callback = 'http://localhost:3000/auth/callback';
const client = { id: 'talon', secret: 'talon-sandbox-secret' };

let sandbox: OpenSandbox;
let browser: Browser;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => {
  browser = openBrowser(sandbox.app);
});

const makePkce = () => {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
};

const authorise = (more: Readonly<Record<string, string>>) =>
  `/identity/auth?${new URLSearchParams({
    client_id: client.id,
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid',
    state: 's',
    nonce: 'n',
    ...more,
  }).toString()}`;

const pkceOf = (challenge: string) => ({ code_challenge: challenge, code_challenge_method: 'S256' });

/** Through the sign-in page to the portal's callback, with the code in its address. */
const signIn = async (account: string, challenge: string) => {
  const page = await browser.open(authorise(pkceOf(challenge)));
  return browser.send(page.url.href, { account });
};

const exchange = (form: Readonly<Record<string, string>>) =>
  sandbox.app.inject({
    method: 'POST',
    url: '/identity/token',
    headers: {
      host: new URL(issuer).host,
      authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({
      grant_type: 'authorization_code',
      redirect_uri: callback,
      ...form,
    }).toString(),
  });

const codeIn = (url: URL) => url.searchParams.get('code') ?? '';

const tokensOf = async (account: string) => {
  const { verifier, challenge } = makePkce();
  const { url } = await signIn(account, challenge);
  return (await exchange({ code: codeIn(url), code_verifier: verifier })).json<{ id_token: string }>();
};

const claimsOf = async (idToken: string) => {
  const { keys } = (await sandbox.app.inject('/identity/jwks')).json<{ keys: JWK[] }>();
  const { payload } = await jwtVerify(idToken, createLocalJWKSet({ keys }), {
    issuer,
    audience: client.id,
  });
  return payload;
};

describe('discovery', () => {
  test('names the issuer and what the portal asks for below it', async () => {
    const reply = await sandbox.app.inject({
      url: '/identity/.well-known/openid-configuration',
      headers: { host: new URL(issuer).host },
    });
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      end_session_endpoint: `${issuer}/session/end`,
      code_challenge_methods_supported: ['S256'],
    });
  });

  test('publishes the public half of its key alone', async () => {
    const { keys } = (await sandbox.app.inject('/identity/jwks')).json<{ keys: object[] }>();
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatchObject({ kid: 'sandbox', kty: 'RSA', use: 'sig' });
    expect(keys[0]).not.toHaveProperty('d');
  });
});

describe('signing in', () => {
  test('offers everybody but the children, as a button each, and runs no script', async () => {
    const page = await browser.open(authorise(pkceOf(makePkce().challenge)));
    expect(page.status).toBe(200);
    const accounts = [...page.text.matchAll(/name="account" value="(\w+)"/g)].map(([, account]) => account);
    expect(accounts).toEqual(['anna', 'pavel', 'maria', 'olga', 'viktor', 'zoya', 'irina']);
    expect(page.text).not.toContain('<script');
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  test('comes back to the portal with its state and a code, which becomes the claims of the person', async () => {
    const { verifier, challenge } = makePkce();
    const { url } = await signIn('anna', challenge);
    expect(url.origin + url.pathname).toBe(callback);
    expect(url.searchParams.get('state')).toBe('s');
    const reply = await exchange({ code: codeIn(url), code_verifier: verifier });
    expect(reply.statusCode).toBe(200);
    expect(await claimsOf(reply.json<{ id_token: string }>().id_token)).toMatchObject({
      sub: '1000000001',
      nonce: 'n',
      name: 'Анна Соколова',
      birthdate: '1984-03-14',
      oms_policy: '5000000000000001',
      role: 'patient',
      kids: [],
      loop_patient_id: 'patient-anna',
      connect_orders: [7001, 7002],
      sandbox_world: 'main',
    });
  });

  test('tells a mother of her children, and a registrar of the clinic', async () => {
    expect(await claimsOf((await tokensOf('maria')).id_token)).toMatchObject({
      kids: [
        { id: 'timofey', name: 'Тимофей Орлов', oms_policy: '5000000000000004' },
        { id: 'vera', name: 'Вера Орлова', oms_policy: '5000000000000005' },
      ],
    });
    browser = openBrowser(sandbox.app);
    expect(await claimsOf((await tokensOf('irina')).id_token)).toMatchObject({
      role: 'registrar',
      lpu_guid: clinicGuid(1),
    });
  });

  test('in a world tells the world, in a claim and in the id', async () => {
    browser = openBrowser(sandbox.app, 'w1');
    expect(await claimsOf((await tokensOf('anna')).id_token)).toMatchObject({
      sub: '1000000001~w1',
      sandbox_world: 'w1',
      oms_policy: '5000000000000001',
    });
  });

  test('by who goes back without it leads back with the error that OpenID Connect names', async () => {
    const page = await browser.open(authorise(pkceOf(makePkce().challenge)));
    const { url } = await browser.send(page.url.href, { refuse: 'yes' });
    expect(url.pathname).toBe('/auth/callback');
    expect(url.searchParams.get('error')).toBe('access_denied');
    expect(url.searchParams.has('code')).toBe(false);
  });

  test('as nobody is a 400', async () => {
    const page = await browser.open(authorise(pkceOf(makePkce().challenge)));
    expect((await browser.send(page.url.href, { account: 'nobody' })).status).toBe(400);
  });

  test('for an address that is not the portal is refused without going there', async () => {
    const page = await browser.open(
      authorise({ ...pkceOf(makePkce().challenge), redirect_uri: 'http://example.org/auth/callback' }),
    );
    expect(page.status).toBe(400);
    expect(page.url.origin).toBe(new URL(issuer).origin);
  });
});

describe('PKCE', () => {
  const refusedWith = (url: URL) => url.searchParams.get('error');

  test.each([
    { says: 'without a challenge', more: {} },
    {
      says: 'with a plain challenge',
      more: { code_challenge: 'x'.repeat(43), code_challenge_method: 'plain' },
    },
  ])('is required: $says nobody is asked to sign in', async ({ more }) => {
    const page = await browser.open(authorise(more));
    expect(page.url.origin + page.url.pathname).toBe(callback);
    expect(refusedWith(page.url)).toBe('invalid_request');
  });

  test.each([
    { says: 'another verifier', form: { code_verifier: makePkce().verifier } },
    { says: 'no verifier', form: {} },
  ])('gives no token for $says', async ({ form }) => {
    const { url } = await signIn('anna', makePkce().challenge);
    const reply = await exchange({ code: codeIn(url), ...form });
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({ error: 'invalid_grant' });
  });

  test('gives one token for a code, not two', async () => {
    const { verifier, challenge } = makePkce();
    const code = codeIn((await signIn('anna', challenge)).url);
    expect((await exchange({ code, code_verifier: verifier })).statusCode).toBe(200);
    expect((await exchange({ code, code_verifier: verifier })).statusCode).toBe(400);
  });
});

describe('signing out', () => {
  test('ends the session and comes back to the portal: the next person is asked again', async () => {
    const { id_token } = await tokensOf('anna');
    const again = await browser.open(authorise(pkceOf(makePkce().challenge)));
    expect(again.url.origin + again.url.pathname).toBe(callback);
    const page = await browser.open(
      `/identity/session/end?${new URLSearchParams({
        id_token_hint: id_token,
        post_logout_redirect_uri: 'http://localhost:3000/',
      }).toString()}`,
    );
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const left = await browser.send('/identity/session/end/confirm', { xsrf, logout: 'yes' });
    expect(left.url.href).toBe('http://localhost:3000/');
    const next = await browser.open(authorise(pkceOf(makePkce().challenge)));
    expect(next.text).toContain('name="account"');
  });
});
