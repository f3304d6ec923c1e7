import { Agent, get } from 'node:http';
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

test('a client that keeps its connection alive, and asks on, does not keep the server from stopping', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<string | undefined>((resolve, reject) => {
      get(`${address}/healthz`, { agent }, (reply) => {
        reply.resume().once('end', () => resolve(reply.headers.connection));
      }).once('error', reject);
    });
  expect(await ask()).toBe('keep-alive');
  let begun: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (begun = resolve));
  let finish: (bookings: []) => void = () => undefined;
  vi.spyOn(portal.upstreams.homeCalls, 'list').mockImplementation(() => {
    begun();
    return new Promise((resolve) => (finish = resolve));
  });
  const answered = new Promise<string | undefined>((resolve, reject) => {
    get(`${address}/api/bookings/home-calls?person=self`, { agent, headers: { cookie } }, (reply) => {
      reply.resume().once('end', () => resolve(reply.headers.connection));
    }).once('error', reject);
  });
  await asked;
  const closed = portal.app.close();
  await vi.waitFor(() => expect(portal.app.server.listening).toBe(false));
  finish([]);
  expect(await answered).toBe('close');
  await closed;
  agent.destroy();
});
