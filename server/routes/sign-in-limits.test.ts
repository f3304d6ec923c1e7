import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { requestsPerMinute } from '#server/plugins/bought/rate-limits.ts';
import { ofABrowser, ofAnAddress } from '#server/plugins/ours/sign-in-limits.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

const page = { accept: 'text/html,*/*', 'accept-language': 'ru' };
const cookie = (mark: string) => ({ cookie: `talon-sign-in=${mark.padEnd(43, 'x')}` });
const minuteMs = 60_000;

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());
beforeEach(() => portal.store.db.deleteFrom('rate_counts').execute());

/** As if so much had been asked for from this address already. */
const usedUp = async () => {
  await portal.browser().get('/auth/callback');
  await portal.store.db.updateTable('rate_counts').set({ times: ofAnAddress }).execute();
};

test('a sign-in is not refused for what others of the same address ask of the API', async () => {
  const others = portal.browser();
  for (let asked = 0; asked <= requestsPerMinute; asked += 1) await others.get('/api/session');
  expect((await others.get('/api/session')).statusCode).toBe(429);
  expect((await portal.browser().get('/auth/callback', page)).statusCode).toBe(303);
});

test('a browser that tries too often is refused, and another of its address is not', async () => {
  for (let tried = 0; tried < ofABrowser; tried += 1)
    await portal.browser().get('/auth/callback', cookie('hasty'));
  const { statusCode, headers } = await portal.browser().get('/auth/callback', cookie('hasty'));
  expect([statusCode, headers['retry-after']]).toEqual([429, '60']);
  expect((await portal.browser().get('/auth/callback', cookie('calm'))).statusCode).toBe(303);
});

test.each([
  ['ru', 'Сейчас слишком много попыток войти'],
  ['be-BY', 'Зараз занадта шмат спроб увайсці'],
  ['fr', 'There are too many sign-ins right now'],
])('too many sign-ins of an address are answered with a page in words: %s', async (language, title) => {
  await usedUp();
  const response = await portal.browser().get('/auth/login', { ...page, 'accept-language': language });
  expect(response.statusCode).toBe(429);
  expect(response.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'retry-after': '60' });
  expect(response.body).toContain(title);
});

test('a script is answered with a problem, not with a page', async () => {
  await usedUp();
  const response = await portal.browser().get('/auth/login', { accept: 'application/json' });
  expect(response.json()).toMatchObject({ failure: 'portal.too-many-requests', status: 429 });
});

test('a minute later there is room again, and what is over is forgotten', async () => {
  await usedUp();
  portal.clock.now = new Date(portal.clock.now.getTime() + minuteMs);
  expect((await portal.browser().get('/auth/callback', page)).statusCode).toBe(303);
  const kept = await portal.store.db.selectFrom('rate_counts').selectAll().execute();
  expect(kept).toMatchObject([{ times: 1, name: expect.stringMatching(/^sign-in [\w-]{43}$/) }]);
});
