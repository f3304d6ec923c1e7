import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answeredRoutes, apiRoutes } from '#server/testing/api-routes.ts';
import { anna } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const ended = {
  type: 'urn:talon:failure:portal.session-ended',
  title: 'portal.session-ended',
  status: 401,
  failure: 'portal.session-ended',
  upstream: null,
  facts: {},
  text: null,
  operation: null,
};

test('no route of the API is left out here, but the one that says who is signed in', () => {
  const known = apiRoutes.map(({ method, route }) => `${method} ${route}`);
  expect(answeredRoutes(portal.app).toSorted()).toEqual([...known, 'GET /api/session'].toSorted());
});

describe.each(apiRoutes)('$method $route', ({ method, url, body }) => {
  const asked = () => {
    const somebody = portal.browser();
    return somebody.send({
      method,
      url: url('self', randomUUID()),
      headers: method === 'GET' ? {} : somebody.ours(),
      ...(body ? { payload: body('self') } : {}),
    });
  };

  test('is refused without a session, and asks nothing of an upstream', async () => {
    const response = await asked();
    expect(response.json()).toEqual(ended);
    expect(response.statusCode).toBe(401);
    expect(portal.upstreams.asked).toEqual([]);
  });

  test('is refused in the same words whatever was sent', async () => {
    const somebody = portal.browser();
    const headers = { ...somebody.ours(), 'content-type': 'application/json' };
    const wrong = method === 'GET' ? {} : { headers, payload: '{"a":' };
    const response = await somebody.send({ method, url: url('x'.repeat(50), 'x'), ...wrong });
    expect(response.body).toBe((await asked()).body);
  });
});

describe('the session itself', () => {
  test('is said to be none, and that is no failure', async () => {
    const response = await portal.browser().get('/api/session');
    expect([response.statusCode, response.json()]).toEqual([
      200,
      { authenticated: false, now: '2026-03-02T08:00:00.000Z' },
    ]);
  });

  test.each(['made-up', '', '"', 'a=b', '%00', 'x'.repeat(4_000)])(
    'is none behind the cookie %j',
    async (cookie) => {
      const somebody = portal.browser();
      somebody.cookies.set('talon', cookie);
      expect((await somebody.get('/api/session')).json()).toMatchObject({ authenticated: false });
    },
  );

  test('is told without policies, ids and tokens', async () => {
    const session = await (await portal.signedIn(anna)).get('/api/session');
    expect(session.json()).toMatchObject({ authenticated: true, name: anna.self.name, role: 'patient' });
    for (const kept of [anna.self.policy, anna.sub, 'id-token', 'loop-anna'])
      expect(session.body).not.toContain(kept);
  });
});
