import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clinicGuid } from '../store/seed-region.ts';
import { misDesk } from '../testing/mis-desk.ts';
import { openSandbox, type OpenSandbox, type World } from '../testing/open-sandbox.ts';

let sandbox: OpenSandbox;
let world: World;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => {
  world = sandbox.freshWorld();
});

const clinics = (where = world) => where.ask('GET', '/mis/lpu');
const tell = (body: object) => world.ask<{ message: string }>('POST', '/__sandbox/scenarios', { body });

describe('a scenario', () => {
  test('is played as often as told, and the truth comes after it', async () => {
    await world.play('mis.lpu', 'down', 2);
    const statuses = [await clinics(), await clinics(), await clinics()].map(({ status }) => status);
    expect(statuses).toEqual([503, 503, 200]);
  });

  test('takes the place of the one before it, for its operation alone', async () => {
    await world.play('mis.lpu', 'down', 5);
    await world.play('mis.schedule', 'down', 5);
    await world.play('mis.lpu', '429');
    expect((await clinics()).status).toBe(429);
    expect((await clinics()).status).toBe(200);
    const departments = await world.ask('GET', `/mis/api/v2/iemk/departments?lpuCode=${clinicGuid(1)}`);
    expect(departments.status).toBe(503);
  });

  test('of no times takes back the one before it', async () => {
    await world.play('mis.lpu', 'down', 5);
    await world.play('mis.lpu', 'down', 0);
    expect((await clinics()).status).toBe(200);
  });

  test('is forgotten with all others when the world is told so', async () => {
    await world.play('mis.lpu', 'down', 5);
    await world.ask('DELETE', '/__sandbox/scenarios');
    expect((await clinics()).status).toBe(200);
  });

  test('is played to one caller each, however many call at the same moment', async () => {
    await world.play('mis.lpu', 'down', 3);
    const replies = await Promise.all(Array.from({ length: 10 }, () => clinics()));
    expect(replies.filter(({ status }) => status === 503)).toHaveLength(3);
  });

  test('of an unknown operation is a 400 that names the known ones', async () => {
    const { status, body } = await tell({ operation: 'mis.no-such', answer: 'down' });
    expect(status).toBe(400);
    expect(body.message).toMatch(/^No operation is called mis\.no-such\. There are: .*mis\.reserve.*/);
  });

  test.each(['no-such', 'constructor', '4026', '-after-commit', ''])(
    'with the answer "%s", which its operation has not, is a 400 that names those it has',
    async (answer) => {
      const { status, body } = await tell({ operation: 'mis.reserve', answer });
      expect(status).toBe(400);
      expect(body.message).toMatch(
        /^mis\.reserve has no answer called .*There are: .*4009.*hang-after-commit/,
      );
    },
  );

  test.each([
    {},
    { operation: 'mis.lpu' },
    { operation: 'mis.lpu', answer: 'down', times: -1 },
    { operation: 'mis.lpu', answer: 'down', times: 1.5 },
    { operation: 'mis.lpu', answer: 'slow', delayMs: 60_001 },
    { operation: 'mis.lpu', answer: 'slow', delay: 5 },
  ])('that says %j is a 400', async (body) => {
    expect((await tell(body)).status).toBe(400);
  });
});

describe('the requests seen', () => {
  test('are kept in order, with everything but the token', async () => {
    const desk = misDesk(world);
    const token = await desk.token('cod', 'anna');
    await desk.cancelVisit(token, clinicGuid(1), 'no-guid', { examGuid: 'e' });
    expect(await world.seen('mis.cancel-visit')).toEqual([
      expect.objectContaining({
        operation: 'mis.cancel-visit',
        method: 'DELETE',
        path: `/mis/visit/${clinicGuid(1)}`,
        query: { ticketGuid: 'no-guid', examGuid: 'e' },
        headers: expect.objectContaining({ authorization: 'Bearer' }),
        body: null,
      }),
    ]);
    expect(JSON.stringify(await world.seen('mis.cancel-visit'))).not.toContain(token);
  });

  test('have the refused and the unanswered ones among them', async () => {
    await world.play('mis.lpu', 'down');
    await clinics();
    await world.ask('DELETE', '/mis/visit/x');
    expect(await world.seen('mis.lpu')).toHaveLength(1);
    expect(await world.seen('mis.cancel-visit')).toHaveLength(1);
  });
});

test.each([{}, { now: 'tomorrow' }, { now: '2026-11-23' }])('a clock set to %j is a 400', async (body) => {
  expect((await world.ask('POST', '/__sandbox/clock', { body })).status).toBe(400);
});

test.each([{}, { forMs: -1 }, { forMs: 60_001 }])('a port refused for %j is a 400', async (body) => {
  expect((await world.ask('POST', '/__sandbox/refuse', { body })).status).toBe(400);
});
