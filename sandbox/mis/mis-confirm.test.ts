import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clinicGuid } from '../store/seed-region.ts';
import { misDesk, refusal, said, type MisDesk } from '../testing/mis-desk.ts';
import { openSandbox, type OpenSandbox, type World } from '../testing/open-sandbox.ts';

let sandbox: OpenSandbox;
let world: World;
let desk: MisDesk;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => {
  world = sandbox.freshWorld();
  desk = misDesk(world);
});

const refused = {
  '4036': refusal(400, '4036', 'Время и гайд врача или гайд ячейки расписания не должны быть пустыми'),
  '4009': refusal(400, '4009', 'Это время уже занято. Выберите другое свободное время приема.'),
};

const cellState = async (cell: string) =>
  (await world.rows('select used, plan from cells where world = $1 and guid = $2', cell))[0];

describe('confirming', () => {
  test('turns the hold into a visit with another ticket, and takes no second place', async () => {
    const place = await desk.freePlace('Ефимов');
    const token = await desk.token('cod', 'pavel');
    const hold = await desk.reserve(token, place);
    await world.setClock('2026-11-23T12:05:00+03:00');
    const visit = await desk.confirm(token, place);
    expect(visit).toMatchObject({
      status: 200,
      body: { timeTableGuid: place.cell, dateOfAppointment: '2026-11-23T12:05:00+03:00' },
    });
    expect(visit.body.ticketGuid).not.toBe(hold.body.ticketGuid);
    expect(await cellState(place.cell)).toEqual({ used: 1, plan: 1 });
    await world.setClock('2026-11-23T12:29:00+03:00');
    expect(await desk.visits(token)).toEqual([visit.body]);
  });

  test('works after the hold has lapsed, while there is room', async () => {
    const place = await desk.freePlace('Ефимов');
    await desk.reserve(await desk.token('cod', 'pavel'), place);
    await world.setClock('2026-11-23T12:20:00+03:00');
    expect((await desk.confirm(await desk.token('cod', 'pavel'), place)).status).toBe(200);
    expect(await cellState(place.cell)).toEqual({ used: 1, plan: 1 });
  });

  test('is refused with 4009 once somebody else has the place of a lapsed hold', async () => {
    const place = await desk.freePlace('Ефимов');
    await desk.reserve(await desk.token('cod', 'pavel'), place);
    await world.setClock('2026-11-23T12:20:00+03:00');
    await desk.reserve(await desk.token('cod', 'maria'), place);
    expect(said(await desk.confirm(await desk.token('cod', 'pavel'), place))).toEqual(refused['4009']);
  });

  test('without a cell is refused with 4036', async () => {
    const token = await desk.token('cod', 'pavel');
    const reply = await world.ask('POST', `/mis/api/v2/visit/${clinicGuid(1)}`, { token });
    expect(said(reply)).toEqual(refused['4036']);
  });
});
