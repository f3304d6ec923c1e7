import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { anna } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

let portal: Portal;
let address: string;
let cookie: string;
beforeEach(async () => {
  portal = await startPortal();
  await portal.app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(portal.app.server.address() as AddressInfo).port}`;
  cookie = `talon=${(await portal.signedIn(anna)).cookies.get('talon')}`;
});
afterEach(() => portal.close());

test('what was asked before the server stops is answered, and its connection closed', async () => {
  let finish: (bookings: []) => void = () => undefined;
  const asked = new Promise<void>((begun) => {
    vi.spyOn(portal.upstreams.homeCalls, 'list').mockImplementation(() => {
      begun();
      return new Promise((resolve) => (finish = resolve));
    });
  });
  const answer = fetch(`${address}/api/bookings/home-calls?person=self`, { headers: { cookie } });
  await asked;
  const closed = portal.app.close();
  finish([]);
  const response = await answer;
  expect([response.status, await response.json()]).toEqual([200, { bookings: [] }]);
  await closed;
  await expect(fetch(`${address}/healthz`)).rejects.toThrow('fetch failed');
});

test('pages that listen for events do not keep the server from stopping', async () => {
  const stream = await fetch(`${address}/api/events`, { headers: { cookie } });
  const heard = stream.text();
  await portal.app.close();
  expect(await heard).toBe('retry: 2000\n\n');
});
