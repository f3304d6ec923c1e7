import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
  enterFreshWorld();
});
afterAll(() => sandbox.close());

interface Items<Item> {
  readonly items: readonly Item[];
}

interface Doctor {
  readonly schedule: readonly { readonly count_tickets: number }[];
}

const doctorsOf = (clinic: string, departmentId: string, more = '') =>
  world.ask<Items<{ doctors: readonly Doctor[] }>>(
    'GET',
    `/mis/api/v2/iemk/doctors?lpuCode=${clinic}&departmentId=${departmentId}${more}`,
  );

const scheduleUrl = (clinic: string, doctor: string, from = '2026-11-24', to = '2026-11-24') =>
  `/mis/lpu/${clinic}/doctor/${doctor}/schedule/${from}/${to}`;

describe('clinics', () => {
  test('are listed whether they answer or not, with what tells them apart', async () => {
    const { status, body } = await world.ask('GET', '/mis/lpu');
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { guid: clinicGuid(1), isChildrenPolyclinic: false, status: { name: 'Online' } },
      { guid: clinicGuid(2), isChildrenPolyclinic: false, status: { name: 'Online' } },
      { guid: clinicGuid(3), isChildrenPolyclinic: true, status: { name: 'Online' } },
      { guid: clinicGuid(4), isChildrenPolyclinic: false, status: { name: 'Offline', ping: 0 } },
    ]);
  });
});

describe('departments', () => {
  test('of a clinic are its specialities, with how many doctors each has', async () => {
    const { body } = await world.ask<Items<object>>(
      'GET',
      `/mis/api/v2/iemk/departments?lpuCode=${clinicGuid(3)}`,
    );
    expect(body.items).toEqual([
      { id: '29', code: '29', title: 'Офтальмолог', volume: 1, isWaitingList: false },
      { id: '22', code: '22', title: 'Педиатр', volume: 2, isWaitingList: false },
    ]);
  });
});

describe('doctors', () => {
  test('keep the patronymic in surname, and sum up their days', async () => {
    const { body } = await doctorsOf(clinicGuid(1), '11', '&days=3');
    expect(body.items[0]?.doctors).toEqual([
      expect.objectContaining({
        id: doctorCalled('Громов').guid,
        family: 'Громов',
        name: 'Илья',
        surname: 'Сергеевич',
        schedule: [
          { date: '2026-11-23', time_from: '12:20', time_to: '13:00', count_tickets: 2 },
          { date: '2026-11-24', time_from: '09:00', time_to: '13:00', count_tickets: 12 },
          { date: '2026-11-25', time_from: '09:00', time_to: '13:00', count_tickets: 12 },
          { date: '2026-11-26', time_from: '09:00', time_to: '12:00', count_tickets: 8 },
        ].map((day) => ({ ...day, docBusyType: { name: 'Приём', type: 1, code: '1' } })),
      }),
    ]);
  });

  test('have as many free places as before when a hold has lapsed', async () => {
    enterFreshWorld();
    const freeOnTuesday = async () =>
      (await doctorsOf(clinicGuid(1), '29')).body.items[0]?.doctors[0]?.schedule[1]?.count_tickets;
    expect(await freeOnTuesday()).toBe(12);
    await desk.reserve(await desk.token('cod', 'pavel'), await desk.freePlace('Яшина'));
    expect(await freeOnTuesday()).toBe(11);
    await world.setClock('2026-11-23T12:11:00+03:00');
    expect(await freeOnTuesday()).toBe(12);
  });
});

describe('a schedule', () => {
  test('has every cell of the days asked for, the last one included, by the clock of the clinic', async () => {
    const cells = await desk.schedule('Ефимов', '2026-11-24', '2026-11-25');
    expect(cells).toHaveLength(24);
    expect(cells[0]?.beginTime).toBe('2026-11-24T09:00:00+03:00');
    expect(cells.at(-1)?.beginTime).toBe('2026-11-25T12:40:00+03:00');
  });

  test('tells what a cell is for, how much it holds and for what ages', async () => {
    const [cell] = (await desk.schedule('Нилова', '2026-11-24', '2026-11-24')).slice(1);
    expect(cell).toEqual({
      status: 'Available',
      flagAccess: 'Registry, Doctor, Internet',
      opened: false,
      count: 1,
      usedCount: 0,
      timeTableGuid: expect.any(String),
      docGuid: doctorCalled('Нилова').guid,
      beginTime: '2026-11-24T09:20:00+03:00',
      endTime: '2026-11-24T09:40:00+03:00',
      busyType: { name: 'Приём', type: 1, code: '1' },
      ageFrom: 0,
      ageTo: 17,
    });
  });

  test('says Expired, Unauthorized, Available and Booked where they are true', async () => {
    enterFreshWorld();
    const place = await desk.freePlace('Ефимов');
    await desk.reserve(await desk.token('cod', 'pavel'), place);
    await world.setClock('2026-11-23T12:05:00+03:00');
    const past = await desk.schedule('Ефимов', '2026-11-20', '2026-11-20');
    expect(new Set(past.map(({ status }) => status))).toEqual(new Set(['Expired']));
    const ahead = await desk.schedule('Ефимов', '2026-11-24', '2026-11-24');
    expect(ahead.slice(0, 3).map(({ status }) => status)).toEqual(['Unauthorized', 'Booked', 'Available']);
  });

  test('shows a cell of three as Available until the third place is taken', async () => {
    enterFreshWorld();
    const place = await desk.freePlace('Кузнецова');
    const statusOf = async () =>
      (await desk.schedule('Кузнецова')).find(({ timeTableGuid }) => timeTableGuid === place.cell);
    for (const who of ['pavel', 'maria']) await desk.reserve(await desk.token('cod', who), place);
    expect(await statusOf()).toMatchObject({ status: 'Available', usedCount: 2, count: 3 });
    await desk.reserve(await desk.token('cod', 'irina'), place);
    expect(await statusOf()).toMatchObject({ status: 'Booked', usedCount: 3, count: 3 });
  });

  test('of a doctor at a clinic where the doctor does not work is empty', async () => {
    const { body } = await world.ask('GET', scheduleUrl(clinicGuid(2), doctorCalled('Ефимов').guid));
    expect(body).toEqual([]);
  });
});

describe('at a clinic that is offline', () => {
  test.each([
    { says: 'its departments', url: `/mis/api/v2/iemk/departments?lpuCode=${clinicGuid(4)}` },
    { says: 'its doctors', url: `/mis/api/v2/iemk/doctors?lpuCode=${clinicGuid(4)}&departmentId=27` },
    { says: "a doctor's schedule", url: scheduleUrl(clinicGuid(4), doctorCalled('Жданов').guid) },
  ])('$says are a 500 that has no message_code', async ({ url }) => {
    expect(said(await world.ask('GET', url))).toEqual(refusal(500, null, 'МО недоступна'));
  });
});

test.each([
  { says: 'departments of a clinic without a GUID', url: '/mis/api/v2/iemk/departments?lpuCode=1' },
  { says: 'all doctors of the region', url: '/mis/api/v2/iemk/doctors' },
  {
    says: 'a day that does not exist',
    url: scheduleUrl(clinicGuid(1), guidOf('a doctor'), '2026-02-30', '2026-03-01'),
  },
])('asking for $says is a 400 that has no message_code', async ({ url }) => {
  expect(said(await world.ask('GET', url))).toEqual(refusal(400, null, expect.any(String)));
});
