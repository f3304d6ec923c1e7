import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectDesk } from '../testing/connect-desk.ts';
import { loopDesk, type LoopDesk } from '../testing/loop-desk.ts';
import { openSandbox, type OpenSandbox, type World } from '../testing/open-sandbox.ts';

let sandbox: OpenSandbox;
/** Nothing here books, and the clock goes back after each test: one world serves all. */
let world: World;
let desk: LoopDesk;
beforeAll(async () => {
  sandbox = await openSandbox();
  world = sandbox.freshWorld();
  desk = loopDesk(world);
});
afterAll(() => sandbox.close());
beforeEach(() => world.setClock(null));

describe('asking for a token', () => {
  test('with the credentials of the portal answers with one for an hour', async () => {
    expect(await desk.exchange()).toMatchObject({
      status: 200,
      body: { access_token: expect.stringMatching(/^ey/), token_type: 'Bearer', expires_in: 3600 },
    });
  });

  test.each([{ client_id: 'somebody' }, { client_secret: 'guessed' }])('with %j is a 401', async (more) => {
    expect(await desk.exchange(more)).toMatchObject({
      status: 401,
      body: { error: 'invalid_client', error_description: expect.any(String) },
    });
  });

  test('of another grant is a 400', async () => {
    expect((await desk.exchange({ grant_type: 'password' })).status).toBe(400);
  });
});

const booking = {
  brand_id: 'brand-talon',
  patient_id: 'patient-anna',
  provider_id: 'provider-1',
  slot_id: 'slot-none',
  visit_type: 'initial',
};

/** Every endpoint, and the status that it has for the portal. */
const endpoints = [
  { method: 'GET', path: '/visits?brand_id=brand-talon', status: 200 },
  { method: 'GET', path: '/visits/visit-1', status: 200 },
  { method: 'POST', path: '/visits', body: booking, status: 404 },
  { method: 'POST', path: '/visits/visit-none/cancel', status: 404 },
  { method: 'POST', path: '/visits/visit-none/reschedule', body: { new_slot_id: 'slot-7' }, status: 404 },
  { method: 'GET', path: '/providers?brand_id=brand-talon', status: 200 },
  { method: 'GET', path: '/providers/provider-1/slots', status: 200 },
] as const;

describe.each(endpoints)('$method $path', (endpoint) => {
  const ask = (token: string) =>
    world.ask(endpoint.method, `/loop/v1${endpoint.path}`, {
      token,
      ...('body' in endpoint ? { body: endpoint.body } : {}),
    });
  const refused = { status: 401, body: { error: 'invalid_token', message: expect.any(String) } };

  test('without a token, or with one that is none, is a 401', async () => {
    expect(await ask('')).toMatchObject(refused);
    expect(await ask('not-a-token')).toMatchObject(refused);
  });

  test("with a token of Connect's is a 401", async () => {
    expect(await ask(await connectDesk(sandbox, world).token())).toMatchObject(refused);
  });

  test('is open for an hour after the token was made', async () => {
    const token = await desk.token();
    await world.setClock('2026-11-23T12:59:59+03:00');
    expect((await ask(token)).status).toBe(endpoint.status);
    await world.setClock('2026-11-23T13:00:00+03:00');
    expect(await ask(token)).toMatchObject(refused);
  });
});
