import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { guidOf } from './seed-region.ts';
import { connectDesk, idAt } from '../testing/connect-desk.ts';
import { loopDesk } from '../testing/loop-desk.ts';
import { misDesk } from '../testing/mis-desk.ts';
import { openSandbox, type OpenSandbox, type World } from '../testing/open-sandbox.ts';

let sandbox: OpenSandbox;
let one: World;
let other: World;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => {
  one = sandbox.freshWorld();
  other = sandbox.freshWorld();
});

const places = (world: World) =>
  world.rows('select guid, used, plan from cells where world = $1 order by guid');
const visitsOf = async (world: World) => misDesk(world).visits(await misDesk(world).token('cod', 'anna'));

describe('what happens in one world is not seen in another:', () => {
  test('a reservation takes no place there', async () => {
    const place = await misDesk(one).freePlace('Ефимов');
    const before = await visitsOf(other).then(() => places(other));
    await misDesk(one).reserve(await misDesk(one).token('cod', 'pavel'), place);
    expect(await places(other)).toEqual(before);
    expect(await places(one)).not.toEqual(before);
    const there = await misDesk(other).reserve(await misDesk(other).token('cod', 'pavel'), place);
    expect(there.status).toBe(200);
  });

  test('a cancelled visit is still listed there', async () => {
    const ticket = guidOf('ticket anna therapist');
    const before = await visitsOf(other);
    const [visit] = before.filter(({ ticketGuid }) => ticketGuid === ticket);
    expect(visit).toBeDefined();
    await one.ask('DELETE', `/mis/visit/c1000000-0000-4000-8000-000000000001?ticketGuid=${ticket}`, {
      token: await misDesk(one).token('cod', 'anna'),
    });
    expect((await visitsOf(one)).map(({ ticketGuid }) => ticketGuid)).not.toContain(ticket);
    expect(await visitsOf(other)).toEqual(before);
  });

  test('a request of Connect is unknown there', async () => {
    const token = await connectDesk(sandbox, one).token();
    const made = await connectDesk(sandbox, one).post(token, '/appointment-requests/request', {
      orderId: 7001,
      dateFrom: '2026-11-24',
    });
    const path = `/appointment-requests/${idAt(made.headers)}`;
    expect((await connectDesk(sandbox, other).get(token, path)).status).toBe(404);
    expect((await connectDesk(sandbox, one).get(token, path)).status).toBe(202);
  });

  test('a cancelled visit of Loop is booked there', async () => {
    const token = await loopDesk(one).token();
    await loopDesk(one).cancel(token, 'visit-1');
    expect((await loopDesk(other).visit(token, 'visit-1')).body).toMatchObject({ status: 'booked' });
  });

  test('a scenario is not played there', async () => {
    await one.play('mis.lpu', 'down', 5);
    expect((await other.ask('GET', '/mis/lpu')).status).toBe(200);
    expect((await one.ask('GET', '/mis/lpu')).status).toBe(503);
  });

  test('a request is not among those seen there', async () => {
    await one.ask('GET', '/mis/lpu');
    expect(await one.seen('mis.lpu')).toHaveLength(1);
    expect(await other.seen('mis.lpu')).toEqual([]);
  });

  test('a clock that is set does not move there', async () => {
    await one.setClock('2026-12-15T12:00:00+03:00');
    const statuses = async (world: World) =>
      (await misDesk(world).schedule('Ефимов', '2026-12-14', '2026-12-14')).map(({ status }) => status);
    expect(new Set(await statuses(one))).toEqual(new Set(['Expired']));
    expect(await statuses(other)).toContain('Available');
  });

  test('a reset leaves it as it is, and the one that is reset begins anew', async () => {
    await one.play('mis.lpu', 'down', 5);
    await loopDesk(one).cancel(await loopDesk(one).token(), 'visit-1');
    await loopDesk(other).cancel(await loopDesk(other).token(), 'visit-2');
    expect((await one.ask('POST', '/__sandbox/reset')).status).toBe(204);
    const token = await loopDesk(one).token();
    expect((await one.ask('GET', '/mis/lpu')).status).toBe(200);
    expect((await loopDesk(one).visit(token, 'visit-1')).body).toMatchObject({ status: 'booked' });
    expect((await loopDesk(other).visit(token, 'visit-2')).body).toMatchObject({ status: 'cancelled' });
  });
});

describe('a world', () => {
  test('is the same as any other before anything happens in it', async () => {
    const [mine, theirs] = [await visitsOf(one), await visitsOf(other)];
    expect(mine.length).toBeGreaterThan(3);
    expect(mine).toEqual(theirs);
  });

  test('is laid down once, however many enter it at the same moment', async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => one.ask('GET', '/mis/lpu')));
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(await one.rows('select count(*)::int as worlds from worlds where world = $1')).toEqual([
      { worlds: 1 },
    ]);
  });

  test.each([undefined, 'Of Nobody', '../x', 'x'.repeat(61)])('named %j is the main one', async (named) => {
    const main = sandbox.enter('main');
    const before = await main.seen('mis.lpu');
    await sandbox.app.inject({ url: '/mis/lpu', headers: named ? { 'x-sandbox-world': named } : {} });
    expect(await main.seen('mis.lpu')).toHaveLength(before.length + 1);
  });
});
