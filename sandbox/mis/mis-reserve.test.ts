import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clinicGuid, guidOf } from '../store/seed-region.ts';
import { doctorCalled, misDesk, refusal, said, type MisDesk } from '../testing/mis-desk.ts';
import { openSandbox, type OpenSandbox, type World } from '../testing/open-sandbox.ts';

let sandbox: OpenSandbox;
let world: World;
let desk: MisDesk;
const enterFreshWorld = () => {
  world = sandbox.freshWorld();
  desk = misDesk(world);
};
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

/** Every refusal of seed 002 that data leads to, word for word. */
const refused = {
  '4036': refusal(400, '4036', 'Время и гайд врача или гайд ячейки расписания не должны быть пустыми'),
  '4005': refusal(
    400,
    '4005',
    'Вы пытаетесь записаться в детское учреждение. Запись пациентов старше 18 лет запрещена.',
  ),
  '4029': refusal(
    400,
    '4029',
    'Запись недоступна для данной возрастной группы. Сотрудниками МО было установлено ограничение по возрасту при записи на прием.',
  ),
  '4007-ban': refusal(
    400,
    '4007',
    'Вам запрещена самостоятельная запись на прием через интернет или инфомат. Для записи на прием обратитесь в регистратуру медицинского учреждения лично или по телефону.',
  ),
  '4007-register': refusal(
    400,
    '4007',
    'Вы не состоите на диспансерном учете у данного специалиста. Запись невозможна.',
  ),
  '4008': refusal(
    400,
    '4008',
    'Вы уже записаны Кузнецова Елена Павловна на 25.11.2026 10:20. Запрещено иметь более одной активной записи на прием на одну специальность.',
  ),
  '4009': refusal(400, '4009', 'Это время уже занято. Выберите другое свободное время приема.'),
};

const cellState = async (cell: string) =>
  (await world.rows('select used, plan from cells where world = $1 and guid = $2', cell))[0];

/** A cell straight from the database, for what no schedule offers. */
const anyCellOf = async (family: string, rights: string) => {
  const { guid, clinic } = doctorCalled(family);
  await world.ask('GET', '/mis/lpu');
  const [row] = await world.rows(
    `select guid from cells where world = $1 and doctor = $2 and rights = $3 and begins > '2026-11-30' order by begins limit 1`,
    guid,
    rights,
  );
  return { clinic, cell: String(row?.['guid']) };
};
const forAll = 'Registry,Doctor,Internet';

const reserveAs = async (who: string, place: { clinic: string; cell: string }, more = {}) =>
  desk.reserve(await desk.token('cod', who), place, more);

describe('reserving', () => {
  beforeEach(enterFreshWorld);

  test('answers with the whole ticket, flat and with its clinic, and takes one place', async () => {
    const place = await desk.freePlace('Кузнецова');
    const reply = await reserveAs('pavel', place);
    expect(reply).toMatchObject({
      status: 200,
      body: {
        lpu: {
          guid: clinicGuid(1),
          name: 'Поликлиника № 1',
          hostID: 209,
          status: { name: 'Online', lastChangeTime: '2026-11-23T09:00:00+03:00', ping: 9 },
        },
        timeTableGuid: place.cell,
        num: '001',
        docFio: 'Кузнецова Елена Павловна',
        docGuid: doctorCalled('Кузнецова').guid,
        flat: 2,
        room: '202',
        beginTime: expect.stringMatching(/^2026-11-\d\dT\d\d:\d\d:00\+03:00$/),
        dateOfAppointment: '2026-11-23T12:00:00+03:00',
        planCount: 3,
        usedCount: 1,
        login: null,
        dispExamGuid: null,
        busyType: { name: 'Приём', type: 1, code: '1' },
      },
    });
    expect(reply.body).not.toHaveProperty('status');
    expect(await cellState(place.cell)).toEqual({ used: 1, plan: 3 });
  });

  test('with fullResponse=false answers with clinic, number and ticket alone', async () => {
    const reply = await reserveAs('pavel', await desk.freePlace('Ефимов'), { fullResponse: false });
    expect(reply.status).toBe(200);
    expect(Object.keys(reply.body)).toEqual(['lpu', 'num', 'ticketGuid']);
  });

  test('is open to an RPGU token too', async () => {
    const reply = await desk.reserve(await desk.token('rpgu', 'pavel'), await desk.freePlace('Ефимов'));
    expect(reply.status).toBe(200);
  });

  test('makes a ticket that the list shows like a visit', async () => {
    const place = await desk.freePlace('Ефимов');
    const { body } = await reserveAs('pavel', place);
    const [listed, ...more] = await desk.visits(await desk.token('cod', 'pavel'));
    expect(listed).toEqual(body);
    expect(more).toEqual([]);
  });

  test("at a children's clinic is refused to a teenager from the day that she is eighteen", async () => {
    const place = await desk.freePlace('Сомов');
    const moveTo = (begins: string) =>
      world.rows('update cells set begins = $2 where world = $1 and guid = $3', begins, place.cell);
    await moveTo('2028-09-23T09:20:00+03:00');
    expect(said(await reserveAs('vera', place, { ageCategory: 'TEEN' }))).toEqual(refused['4005']);
    await moveTo('2028-09-22T09:20:00+03:00');
    expect((await reserveAs('vera', place, { ageCategory: 'TEEN' })).status).toBe(200);
  });

  test('is full at its capacity, not before: three of four get one of three places', async () => {
    const place = await desk.freePlace('Кузнецова');
    for (const [index, who] of ['pavel', 'maria', 'irina'].entries())
      expect((await reserveAs(who, place)).body).toMatchObject({ usedCount: index + 1, planCount: 3 });
    expect(said(await reserveAs('vera', place, { ageCategory: 'TEEN' }))).toEqual(refused['4009']);
    expect(await cellState(place.cell)).toEqual({ used: 3, plan: 3 });
  });

  test('gives one place to one of five who ask at the same moment', async () => {
    const place = await desk.freePlace('Ефимов');
    const people = ['pavel', 'maria', 'irina', 'timofey', 'vera'];
    const tokens = await Promise.all(people.map((who) => desk.token('cod', who)));
    const replies = await Promise.all(tokens.map((token) => desk.reserve(token, place)));
    const codes = replies.map(({ status, body }) => body.message_code ?? String(status));
    expect(codes.toSorted((one, other) => one.localeCompare(other))).toEqual([
      '200',
      '4009',
      '4009',
      '4009',
      '4009',
    ]);
    expect(await cellState(place.cell)).toEqual({ used: 1, plan: 1 });
  });

  test('says 4008 before 4009 where both are true', async () => {
    const place = await desk.freePlace('Ефимов');
    await reserveAs('pavel', place);
    expect(said(await reserveAs('anna', place))).toEqual(refused['4008']);
  });

  test('keeps the place for its minutes, and frees it then', async () => {
    const place = await desk.freePlace('Ефимов');
    await reserveAs('pavel', place, { reserveTime: 7 });
    await world.setClock('2026-11-23T12:06:59+03:00');
    expect(said(await reserveAs('maria', place))).toEqual(refused['4009']);
    await world.setClock('2026-11-23T12:07:00+03:00');
    expect((await reserveAs('maria', place)).status).toBe(200);
    expect(await desk.visits(await desk.token('cod', 'pavel'))).toEqual([]);
  });

  test('is undone by the cancel of a visit, which gives the place back', async () => {
    const place = await desk.freePlace('Ефимов');
    const { body } = await reserveAs('pavel', place);
    const token = await desk.token('cod', 'pavel');
    expect((await desk.cancelVisit(token, place.clinic, body.ticketGuid)).status).toBe(200);
    expect(await cellState(place.cell)).toMatchObject({ used: 0 });
  });

  test.each([1, 60])('for %i minutes is possible', async (reserveTime) => {
    expect((await reserveAs('pavel', await desk.freePlace('Ефимов'), { reserveTime })).status).toBe(200);
  });
});

/** A refusal changes nothing: one world serves all of them. */
describe('a reservation', () => {
  beforeAll(enterFreshWorld);

  test.each([
    { code: '4005', says: "an adult at the children's clinic", who: 'pavel', doctor: 'Сомов' },
    {
      code: '4005',
      says: 'a child who calls itself an adult there',
      who: 'timofey',
      doctor: 'Сомов',
    },
    { code: '4029', says: 'somebody too young for the doctor', who: 'pavel', doctor: 'Рябов' },
    { code: '4007-ban', says: 'somebody who may not book online', who: 'olga', doctor: 'Ефимов' },
    { code: '4007-register', says: 'somebody not under observation', who: 'pavel', doctor: 'Петренко' },
    { code: '4008', says: 'a second visit to one speciality', who: 'anna', doctor: 'Ефимов' },
    { code: '4005', says: 'an adult there, before the age of the doctor', who: 'pavel', doctor: 'Нилова' },
    { code: '4029', says: 'the age, before the ban', who: 'olga', doctor: 'Рябов' },
    { code: '4007-ban', says: 'the ban, before the register', who: 'olga', doctor: 'Петренко' },
    { code: '4007-register', says: 'the register, before another visit', who: 'anna', doctor: 'Петренко' },
  ] as const)('is refused with $code for $says', async ({ code, who, doctor }) => {
    const place = await desk.freePlace(doctor);
    expect(said(await reserveAs(who, place))).toEqual(refused[code]);
    expect(await cellState(place.cell)).toMatchObject({ used: 0 });
  });

  test('a second time to one speciality is kept where the clinic sets no limit', async () => {
    expect((await reserveAs('timofey', await desk.freePlace('Сомов'), { ageCategory: 'CHILD' })).status).toBe(
      200,
    );
  });

  test.each([{ timeTable: null }, {}])('is refused with 4036 for the cell %j', async (cell) => {
    const reply = await world.ask('POST', `/mis/visit/${clinicGuid(1)}/reservation`, {
      token: await desk.token('cod', 'pavel'),
      body: { ageCategory: 'ADULT', reserveTime: 10, ...cell },
    });
    expect(said(reply)).toEqual(refused['4036']);
  });

  test('of an unknown cell is a 404 that has no message_code', async () => {
    const place = { clinic: clinicGuid(1), cell: guidOf('no cell') };
    expect(said(await reserveAs('pavel', place))).toEqual(refusal(404, null, 'Ячейка расписания не найдена'));
  });

  test('of a cell of another clinic is a 404 that has no message_code', async () => {
    const { cell } = await desk.freePlace('Ефимов');
    const place = { clinic: clinicGuid(2), cell };
    expect(said(await reserveAs('pavel', place))).toEqual(refusal(404, null, 'Ячейка расписания не найдена'));
  });

  test("of a cell that is the registry's alone is a 400 that has no message_code", async () => {
    const place = await anyCellOf('Ефимов', 'Registry');
    expect(said(await reserveAs('pavel', place))).toEqual(
      refusal(400, null, 'Недостаточно прав для записи в ячейку'),
    );
  });

  test('at a clinic that is offline is a 500 that has no message_code', async () => {
    const place = await anyCellOf('Жданов', forAll);
    expect(said(await reserveAs('pavel', place))).toEqual(refusal(500, null, 'МО недоступна'));
  });

  test.each([{ reserveTime: 0 }, { reserveTime: 61 }, { reserveTime: 1.5 }, { ageCategory: 'BABY' }])(
    'with %j is a 400 that has no message_code',
    async (more) => {
      const reply = await reserveAs('pavel', await desk.freePlace('Ефимов'), more);
      expect(said(reply)).toEqual(refusal(400, null, expect.any(String)));
    },
  );
});
