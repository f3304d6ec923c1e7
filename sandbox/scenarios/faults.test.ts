import { Agent, request } from 'undici';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clinicGuid, guidOf } from '../store/seed-region.ts';
import { misDesk } from '../testing/mis-desk.ts';
import { openSandbox, type OpenSandbox, type World } from '../testing/open-sandbox.ts';

let sandbox: OpenSandbox;
let world: World;
let url: string;
let token: string;
let agent: Agent;
beforeAll(async () => {
  sandbox = await openSandbox();
  url = await sandbox.listen();
});
beforeEach(async () => {
  agent = new Agent({ headersTimeout: 500 });
  world = sandbox.freshWorld();
  token = await misDesk(world).token('cod', 'anna');
});
afterEach(() => agent.destroy());
afterAll(() => sandbox.close());

const operation = 'mis.cancel-visit';
const ticket = guidOf('ticket anna therapist');

/** A write that would succeed, by a client of its own. */
const cancel = () =>
  request(`${url}/mis/visit/${clinicGuid(1)}?ticketGuid=${ticket}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}`, 'x-sandbox-world': world.name },
    dispatcher: agent,
  });

const whole = async () => {
  const { statusCode, headers, body } = await cancel();
  return { status: statusCode, headers, text: await body.text() };
};

const tickets = async () =>
  (await world.rows('select guid from tickets where world = $1 and guid = $2', ticket)).length;

const connections = () =>
  new Promise<number>((counted, failed) => {
    sandbox.app.server.getConnections((error, count) => (error ? failed(error) : counted(count)));
  });

const timings = [
  { when: 'before the commit', suffix: '', left: 1 },
  { when: 'after the commit', suffix: '-after-commit', left: 0 },
] as const;

describe.each(timings)('$when', ({ suffix, left }) => {
  const json = expect.stringContaining('не та форма');
  test.each([
    { fault: 'down', seen: { status: 503 } },
    { fault: '500', seen: { status: 500, text: 'Internal Server Error' } },
    { fault: '429', seen: { status: 429, headers: { 'retry-after': '1' } } },
    { fault: 'html', seen: { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } } },
    { fault: 'empty', seen: { status: 200, text: '' } },
    { fault: 'other-shape', seen: { status: 200, text: json } },
    { fault: 'other-refusal', seen: { status: 400, text: json } },
  ])('$fault stands in place of the truth', async ({ fault, seen }) => {
    await world.play(operation, fault + suffix);
    expect(await whole()).toMatchObject(seen);
    expect(await tickets()).toBe(left);
  });

  test('huge is more than 2 MiB', async () => {
    await world.play(operation, `huge${suffix}`);
    expect((await whole()).text.length).toBeGreaterThan(2 * 1024 * 1024);
    expect(await tickets()).toBe(left);
  });

  test.each([
    { fault: 'close', code: 'UND_ERR_SOCKET' },
    { fault: 'reset', code: 'ECONNRESET' },
    { fault: 'hang', code: 'UND_ERR_HEADERS_TIMEOUT' },
  ])('$fault says nothing at all: $code', async ({ fault, code }) => {
    await world.play(operation, fault + suffix);
    await expect(cancel()).rejects.toMatchObject({ code });
    await expect.poll(tickets).toBe(left);
  });

  test('truncate begins an answer and never ends it', async () => {
    await world.play(operation, `truncate${suffix}`);
    const { statusCode, headers, body } = await cancel();
    expect(statusCode).toBe(200);
    let received = 0;
    const reading = (async () => {
      for await (const chunk of body) received += Buffer.byteLength(chunk);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    expect(received).toBeGreaterThan(0);
    expect(received).toBeLessThan(Number(headers['content-length']));
    expect(await tickets()).toBe(left);
  });

  test('drip sends a byte, waits, and sends the next', async () => {
    await world.play(operation, `drip${suffix}`);
    const { body } = await cancel();
    const lengths: number[] = [];
    for await (const chunk of body) {
      lengths.push(Buffer.byteLength(chunk));
      (await sandbox.nextPause()).end();
    }
    expect(lengths.length).toBeGreaterThan(40);
    expect(new Set(lengths)).toEqual(new Set([1]));
    expect(await tickets()).toBe(left);
  });

  test('slow is the truth, after a while', async () => {
    await world.play(operation, `slow${suffix}`, 1, 7_000);
    const answering = whole();
    const pause = await sandbox.nextPause();
    expect(pause.ms).toBe(7_000);
    expect(await tickets()).toBe(left);
    pause.end();
    expect(await answering).toMatchObject({ status: 200, text: '' });
    expect(await tickets()).toBe(0);
  });
});

test('a drip stops when whoever listened has gone', async () => {
  await world.play(operation, 'drip');
  const { body } = await cancel();
  const pause = await sandbox.nextPause();
  body.on('error', () => undefined).destroy();
  await agent.destroy();
  await expect.poll(connections).toBe(0);
  pause.end();
  agent = new Agent();
  await world.play(operation, 'slow', 1, 9_000);
  const answering = whole();
  const next = await sandbox.nextPause();
  expect(next.ms).toBe(9_000);
  next.end();
  expect((await answering).status).toBe(200);
});

describe('commit-later', () => {
  test('commits when the caller has gone and the time is over', async () => {
    await world.play(operation, 'commit-later', 1, 4_000);
    await expect(cancel()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    const pause = await sandbox.nextPause();
    expect(pause.ms).toBe(4_000);
    expect(await tickets()).toBe(1);
    pause.end();
    await expect.poll(tickets).toBe(0);
  });

  test('commits at its late moment, not at the moment of the call', async () => {
    const desk = misDesk(world);
    const { clinic, cell } = await desk.freePlace('Ефимов');
    await world.play('mis.reserve', 'commit-later');
    const reserving = request(`${url}/mis/visit/${clinic}/reservation`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await desk.token('cod', 'pavel')}`,
        'content-type': 'application/json',
        'x-sandbox-world': world.name,
      },
      body: JSON.stringify({ timeTable: cell, ageCategory: 'ADULT', reserveTime: 10 }),
      dispatcher: agent,
    });
    await expect(reserving).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    const pause = await sandbox.nextPause();
    const late = '2026-11-23T12:03:00+03:00';
    await world.setClock(late);
    pause.end();
    await expect
      .poll(() => world.rows('select made_at from tickets where world = $1 and cell = $2', cell))
      .toEqual([{ made_at: new Date(late) }]);
  });
});

test('a port that is shut refuses connections, and is open again after the time', async () => {
  const before = await request(`${url}/healthz`, { dispatcher: agent });
  expect(before.statusCode).toBe(200);
  await before.body.dump();
  const asked = await fetch(`${url}/__sandbox/refuse`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ forMs: 3_000 }),
  });
  expect(asked.status).toBe(204);
  const pause = await sandbox.nextPause();
  expect(pause.ms).toBe(3_000);
  await expect(request(`${url}/healthz`, { dispatcher: agent })).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
  pause.end();
  await expect.poll(async () => (await fetch(`${url}/healthz`)).status).toBe(200);
});
