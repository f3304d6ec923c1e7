import { generateKeyPair } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectDesk, type ConnectDesk } from '../testing/connect-desk.ts';
import { openSandbox, type OpenSandbox, type World } from '../testing/open-sandbox.ts';

let sandbox: OpenSandbox;
/** Nothing here books, and the clock goes back after each test: one world serves all. */
let world: World;
let desk: ConnectDesk;
let stranger: CryptoKey;
beforeAll(async () => {
  sandbox = await openSandbox();
  world = sandbox.freshWorld();
  desk = connectDesk(sandbox, world);
  stranger = (await generateKeyPair('RS256')).privateKey;
});
afterAll(() => sandbox.close());
beforeEach(() => world.setClock(null));

describe('asking for a token', () => {
  test('with an assertion that the portal signed answers with one for an hour', async () => {
    expect(await desk.exchange(await desk.assertion())).toMatchObject({
      status: 200,
      body: { access_token: expect.stringMatching(/^ey/), token_type: 'Bearer', expires_in: 3600 },
    });
  });

  test.each([
    { says: 'for another token endpoint', claims: { aud: 'https://sso.example.org/token' } },
    { says: 'of another client', claims: { iss: 'somebody', sub: 'somebody' } },
    { says: 'about another client', claims: { sub: 'somebody' } },
    { says: 'that has run out', claims: { exp: -1 } },
  ])('with an assertion $says is a 401', async ({ claims }) => {
    const reply = await desk.exchange(await desk.assertion(claims));
    expect(reply).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  });

  test("with an assertion signed by another's key is a 401", async () => {
    const reply = await desk.exchange(await desk.assertion({ key: stranger }));
    expect(reply).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  });

  test('with an assertion that was used before is a 401', async () => {
    const assertion = await desk.assertion();
    expect((await desk.exchange(assertion)).status).toBe(200);
    expect((await desk.exchange(assertion)).status).toBe(401);
  });

  test.each([{ grant_type: 'password' }, { client_assertion_type: 'secret' }])(
    'with the form %j is a 400',
    async (more) => {
      expect((await desk.exchange(await desk.assertion(), more)).status).toBe(400);
    },
  );
});

/** Every endpoint, asked for what is not there: what comes before the work shows. */
const endpoints = [
  {
    name: 'asking for times',
    path: '/appointment-requests/request',
    body: { orderId: 1, dateFrom: '2026-11-24' },
  },
  { name: 'looking at a request', path: '/appointment-requests/1' },
  { name: 'cancelling a request', path: '/appointment-requests/cancel', body: { appointmentRequestId: 1 } },
  { name: 'booking a time', path: '/appointments/request', body: { appointmentRequestId: 1, slotId: 'S00' } },
  { name: 'looking at an appointment', path: '/appointments/1' },
] as const;

describe.each(endpoints)('$name', (endpoint) => {
  const ask = (token: string, version?: string | null) =>
    'body' in endpoint
      ? desk.post(token, endpoint.path, endpoint.body, version)
      : desk.get(token, endpoint.path, version);

  test('without a token, or with one that is none, is a bare 401', async () => {
    expect(await ask('')).toMatchObject({ status: 401, text: '' });
    expect(await ask('not-a-token')).toMatchObject({ status: 401, text: '' });
  });

  test('is open for an hour after the token was made', async () => {
    const token = await desk.token();
    await world.setClock('2026-11-23T12:59:59+03:00');
    expect((await ask(token)).status).toBe(404);
    await world.setClock('2026-11-23T13:00:00+03:00');
    expect((await ask(token)).status).toBe(401);
  });

  test.each([null, '0', '8', 'seven'])('with the version %s is a 400', async (version) => {
    expect((await ask(await desk.token(), version)).status).toBe(400);
  });

  test.each(['1', '2', '3', '4', '5', '6', '7'])('takes the version %s', async (version) => {
    const { status, headers } = await ask(await desk.token(), version);
    expect(status).toBe(404);
    expect(headers['deprecation']).toBe(Number(version) < 3 ? 'true' : undefined);
  });
});
