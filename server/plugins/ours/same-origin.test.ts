import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { apiRoutes } from '#server/testing/api-routes.ts';
import type { Browser } from '#server/testing/browser.ts';
import { anna } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

let portal: Portal;
let annas: Browser;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());
beforeEach(async () => {
  annas = await portal.signedIn(anna);
});

const kept = async () => ({
  operations: await portal.store.db.selectFrom('operations').selectAll().execute(),
  holds: await portal.store.db.selectFrom('holds').selectAll().execute(),
  sessions: await portal.store.db.selectFrom('sessions').selectAll().execute(),
});

const writes = [
  ...apiRoutes.filter(({ method }) => method !== 'GET'),
  { method: 'POST', route: '/auth/logout', url: () => '/auth/logout', body: undefined } as const,
];
const foreign: readonly { what: string; headers: Record<string, string> }[] = [
  { what: 'with our header empty', headers: { 'x-portal': '' } },
  { what: 'with our header and another value', headers: { 'x-portal': 'true' } },
  { what: 'from another site', headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } },
  { what: 'from another origin that hides what it is', headers: { origin: 'null' } },
  { what: 'from another port of this machine', headers: { origin: 'http://localhost:3001' } },
  { what: 'from the same name without its port', headers: { origin: 'http://localhost' } },
  { what: 'from a name that begins like ours', headers: { origin: 'http://localhost:3000.evil.example' } },
  { what: 'that the browser calls cross-site', headers: { 'sec-fetch-site': 'cross-site' } },
  { what: 'that the browser calls same-site', headers: { 'sec-fetch-site': 'same-site' } },
  { what: 'that the browser calls nobody’s', headers: { 'sec-fetch-site': 'none' } },
];

describe.each(foreign)('a write $what', ({ headers }) => {
  let before: Awaited<ReturnType<typeof kept>>;
  beforeEach(async () => {
    before = await kept();
  });
  afterEach(async () => {
    expect(await kept()).toEqual(before);
    expect(portal.upstreams.asked).toEqual([]);
  });

  test.each(writes)('is refused and changes nothing: $method $route', async ({ method, url, body }) => {
    const payload = body?.('self');
    const response = await annas.send({
      method,
      url: url('self', randomUUID()),
      headers: { ...annas.ours(), ...headers },
      ...(payload ? { payload } : {}),
    });
    expect([response.statusCode, response.json()]).toMatchObject([403, { failure: 'portal.wrong-origin' }]);
  });
});

test('a write without our header at all is refused', async () => {
  const response = await annas.send({ method: 'POST', url: '/auth/logout' });
  expect([response.statusCode, response.json()]).toMatchObject([403, { failure: 'portal.wrong-origin' }]);
});

describe('a form on another page', () => {
  const hold = JSON.stringify({ person: 'self', clinicId: 'c', doctorId: 'd', slotId: 's' });

  test.each([
    ['text/plain', hold],
    ['application/x-www-form-urlencoded', 'person=self&slotId=s'],
    ['multipart/form-data; boundary=x', '--x\r\n\r\n--x--'],
  ])('cannot write with %s', async (type, payload) => {
    const headers = { 'content-type': type, origin: 'https://evil.example' };
    const response = await annas.send({ method: 'POST', url: '/api/holds', headers, payload });
    expect(response.json()).toMatchObject({ failure: 'portal.wrong-origin' });
    expect(portal.upstreams.asked).toEqual([]);
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'POST'] as const)(
    'does not learn by %s which addresses there are',
    async (method) => {
      const send = (url: string) => annas.send({ method, url, headers: { origin: 'https://evil.example' } });
      expect((await send('/api/holds')).body).toBe((await send('/api/nothing')).body);
    },
  );

  test('gets no leave to ask by CORS', async () => {
    const response = await annas.send({
      method: 'OPTIONS',
      url: '/api/holds',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(Object.keys(response.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('our own page', () => {
  test('writes', async () => {
    const response = await annas.post('/auth/logout');
    expect(response.statusCode).toBe(200);
  });

  test('writes from a browser too old to say where it is', async () => {
    const headers = { 'x-portal': '1' };
    const response = await annas.send({ method: 'POST', url: '/auth/logout', headers });
    expect([response.statusCode, response.json()]).toEqual([200, { location: '/' }]);
  });
});
