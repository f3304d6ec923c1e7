import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clinicGuid, guidOf } from '../store/seed-region.ts';
import { misDesk, person, type MisDesk } from '../testing/mis-desk.ts';
import { openSandbox, type OpenSandbox, type World } from '../testing/open-sandbox.ts';

let sandbox: OpenSandbox;
/** Nothing here books, and the clock goes back after each test: one world serves all. */
let world: World;
let desk: MisDesk;
beforeAll(async () => {
  sandbox = await openSandbox();
  world = sandbox.freshWorld();
  desk = misDesk(world);
});
afterAll(() => sandbox.close());
beforeEach(() => world.setClock(null));

/** The four refusals of a token, word for word from the documents. */
const refusals = {
  '5010': "Запрос должен содержать 'Authorization: Bearer ...'",
  '5008': 'Токен некорректен',
  '5009': 'Подпись запроса некорректна',
  '5007': 'Время действия токена истекло',
} as const;
const refused = (code: keyof typeof refusals) => ({
  status: 403,
  body: { code: 403, message: refusals[code], message_code: code },
});

/** Everything that a patient's token opens, each asked in its own way. */
const operations = [
  { name: 'listing visits', kind: 'cod', url: '/mis/visit?dateFrom=2026-11-01&dateTo=2026-11-30' },
  {
    name: 'cancelling a visit',
    kind: 'cod',
    method: 'DELETE',
    url: `/mis/visit/${clinicGuid(1)}?ticketGuid=${guidOf('no ticket')}`,
  },
  { name: 'reserving', kind: 'cod', method: 'POST', url: `/mis/visit/${clinicGuid(1)}/reservation` },
  { name: 'confirming', kind: 'cod', method: 'POST', url: `/mis/api/v2/visit/${clinicGuid(1)}` },
  { name: 'listing home calls', kind: 'cod', url: '/mis/calldoctor' },
  {
    name: 'cancelling a home call',
    kind: 'rpgu',
    method: 'DELETE',
    url: `/mis/api/v2/iemk/doctors/visit/${guidOf('no call')}`,
  },
] as const;

const askFor = (operation: (typeof operations)[number], headers: Record<string, string>) =>
  world.ask('method' in operation ? operation.method : 'GET', operation.url, {
    headers: { 'content-type': 'application/json', ...headers },
  });

const signedByAnother = (expires: string) =>
  new SignJWT({ kind: 'cod', world: world.name, card: person('anna').cards[0] })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('anna')
    .setExpirationTime(new Date(expires))
    .sign(randomBytes(32));

describe.each(operations)('$name', (operation) => {
  test.each([
    { headers: {}, says: 'no Authorization' },
    { headers: { authorization: 'Basic YTpi' }, says: 'another scheme' },
    { headers: { authorization: 'Bearer' }, says: 'a scheme without a token' },
  ])('is refused with 403/5010 for $says', async ({ headers }) => {
    expect(await askFor(operation, headers)).toMatchObject(refused('5010'));
  });

  test('is refused with 403/5008 for a token that cannot be read', async () => {
    expect(await askFor(operation, { authorization: 'Bearer not-a-token' })).toMatchObject(refused('5008'));
  });

  test('is refused with 403/5009 for a token with one letter of its signature changed', async () => {
    const token = await desk.token(operation.kind, 'anna');
    const at = token.lastIndexOf('.') + 5;
    const changed = `${token.slice(0, at)}${token[at] === 'a' ? 'b' : 'a'}${token.slice(at + 1)}`;
    expect(await askFor(operation, { authorization: `Bearer ${changed}` })).toMatchObject(refused('5009'));
  });

  test('is open for thirty minutes after the token was made, and 403/5007 from then on', async () => {
    const authorization = `Bearer ${await desk.token(operation.kind, 'anna')}`;
    await world.setClock('2026-11-23T12:29:59+03:00');
    expect((await askFor(operation, { authorization })).status).not.toBe(403);
    await world.setClock('2026-11-23T12:30:00+03:00');
    expect(await askFor(operation, { authorization })).toMatchObject(refused('5007'));
  });

  test('is refused with 403/5008 for a token of another world', async () => {
    const token = await misDesk(sandbox.enter('main')).token(operation.kind, 'anna');
    expect(await askFor(operation, { authorization: `Bearer ${token}` })).toMatchObject(refused('5008'));
  });
});

describe('a token', () => {
  test.each(['2026-11-23T13:00:00+03:00', '2026-11-23T11:00:00+03:00'])(
    'of another signer that ends at %s is 403/5009: the signature comes before the time',
    async (expires) => {
      const authorization = `Bearer ${await signedByAnother(expires)}`;
      expect(await askFor(operations[0], { authorization })).toMatchObject(refused('5009'));
    },
  );

  test('of the COD kind does not cancel a home call', async () => {
    const authorization = `Bearer ${await desk.token('cod', 'anna')}`;
    expect(await askFor(operations[5], { authorization })).toMatchObject(refused('5008'));
  });

  test('of the RPGU kind does not list home calls', async () => {
    const authorization = `Bearer ${await desk.token('rpgu', 'anna')}`;
    expect(await askFor(operations[4], { authorization })).toMatchObject(refused('5008'));
  });

  test.each([
    { kind: 'cod', card: 0, sees: ['anna therapist', 'anna cardiologist', 'anna by the registry'] },
    { kind: 'rpgu', card: 0, sees: ['anna therapist', 'anna by the registry'] },
    { kind: 'rpgu', card: 1, sees: ['anna cardiologist'] },
  ] as const)('$kind of card $card sees the visits $sees', async ({ kind, card, sees }) => {
    const visits = await desk.visits(await desk.token(kind, 'anna', card));
    const ahead = visits
      .filter(({ beginTime }) => beginTime > '2026-11-23')
      .map(({ ticketGuid }) => ticketGuid);
    expect(ahead.toSorted()).toEqual(sees.map((name) => guidOf(`ticket ${name}`)).toSorted());
  });
});

describe.each(['cod', 'rpgu'] as const)('asking for a token of the kind %s', (kind) => {
  const anna = { Birthday: person('anna').birthDate, n_pol: person('anna').policy };

  test.each([
    { says: 'without a birth date', query: { n_pol: anna.n_pol }, status: 400 },
    { says: 'without a policy', query: { Birthday: anna.Birthday }, status: 400 },
    { says: 'with a birth date of another form', query: { ...anna, Birthday: '14.03.1984' }, status: 400 },
    { says: "with somebody else's birth date", query: { ...anna, Birthday: '1981-07-02' }, status: 404 },
    { says: 'with an unknown policy', query: { ...anna, n_pol: '1' }, status: 404 },
    {
      says: "with somebody else's card",
      query: { ...anna, mkab: person('pavel').cards[0] ?? '' },
      status: 404,
    },
  ])('$says is refused with $status and no message_code', async ({ query, status }) => {
    const reply = await world.ask('GET', `/mis/auth/${kind}/token?${new URLSearchParams(query).toString()}`);
    expect(reply.status).toBe(status);
    expect(reply.body).toEqual({ code: status, message: expect.any(String) });
  });

  test('finds a child by the same birth date however the clock of the world moves', async () => {
    await world.setClock('2026-12-20T12:00:00+03:00');
    expect(await desk.token(kind, 'timofey')).toMatch(/^ey/);
  });
});
