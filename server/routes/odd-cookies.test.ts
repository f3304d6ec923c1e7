import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const odd = ['%00', '', 'x', `${'a'.repeat(42)}%00`, 'a'.repeat(5_000), '%zz', '"'];

test.each(odd)('a sign-in that comes back with the cookie %j is none of this browser', async (value) => {
  const headers = { cookie: `talon-sign-in=${value}` };
  const state = encodeURIComponent(value);
  const { statusCode, headers: said } = await portal
    .browser()
    .get(`/auth/callback?state=${value}&code=1`, headers);
  expect([statusCode, said.location], state).toEqual([303, '/?signin=failed']);
  expect((await portal.browser().post('/auth/logout', {}, headers)).statusCode).toBe(200);
});

test.each(odd)('the session cookie %j is nobody’s', async (value) => {
  const response = await portal.browser().get('/api/session', { cookie: `talon=${value}` });
  expect(response.json()).toMatchObject({ authenticated: false });
});
