import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultPlays } from '../kit/testing/fault-plays.ts';
import { inventedPatient } from '../kit/testing/invented-patient.ts';
import { answer } from '../kit/testing/stub-upstream.ts';
import { createMisSchedule } from './mis-schedule.ts';
import reservation from './samples/reservation.json';
import sample from './samples/ticket-visit-with-lpu.json';
import { openMis } from './testing/open-mis.ts';

const now = new Date('2019-04-17T09:00:00Z');
const clinicId = sample.lpu.guid;
const slotId = reservation.timeTable;
const ticket = { ...sample, timeTableGuid: slotId };
const reservePath = `/visit/${clinicId}/reservation`;
const confirmPath = `/api/v2/visit/${clinicId}`;
const releasePath = `/visit/${clinicId}`;
let mis: Awaited<ReturnType<typeof openMis>>;

beforeEach(async () => {
  mis = await openMis(() => now.getTime());
});
afterEach(() => mis.close());

const schedule = () => createMisSchedule(mis.client);
const reserve = () =>
  schedule().reserve(inventedPatient, { clinicId, slotId, ageCategory: 'CHILD', minutes: 10 });
const confirm = () => schedule().confirm(inventedPatient, { clinicId, slotId });
const release = () => schedule().release(inventedPatient, { clinicId, ticketId: sample.ticketGuid });
const standard = (status: number, code: string, message = 'нет') =>
  answer(status, { code: status, message, message_code: code });

describe('the schedules', () => {
  test('have the clinics that are active and have a schedule', async () => {
    const closed = { ...sample.lpu, guid: 'closed', isActive: false };
    const empty = { ...sample.lpu, guid: 'empty', haveSchedule: false };
    mis.upstream.on('GET /lpu', answer(200, [sample.lpu, closed, empty]));
    expect((await schedule().clinics(inventedPatient)).map(({ id }) => id)).toEqual([clinicId]);
  });

  test('have a clinic’s specialities', async () => {
    const items = [{ id: 7, title: 'Терапия', code: '27' }];
    mis.upstream.on('GET /api/v2/iemk/departments', answer(200, { items }));
    expect(await schedule().specialities(inventedPatient, clinicId)).toEqual([{ id: '7', name: 'Терапия' }]);
    expect(mis.upstream.seen[0]?.query).toEqual({ lpuCode: clinicId });
  });

  test('have doctors, never asked for without both filters', async () => {
    const items = [
      { doctors: [{ id: 'd1', displayName: 'Лебедева А. П.', schedule: null }] },
      { doctors: [] },
    ];
    mis.upstream.on('GET /api/v2/iemk/doctors', answer(200, { items }));
    expect(await schedule().doctors(inventedPatient, clinicId, '7')).toEqual([
      { id: 'd1', name: 'Лебедева А. П.', position: null, room: null, freeTickets: null },
    ]);
    expect(mis.upstream.seen[0]?.query).toEqual({ lpuCode: clinicId, departmentId: '7', days: '14' });
  });

  test('fail where a body without items came with 200', async () => {
    mis.upstream.on('GET /api/v2/iemk/doctors', answer(200, { message: 'Сервис недоступен' }));
    await expect(schedule().doctors(inventedPatient, clinicId, '7')).rejects.toMatchObject({
      name: 'ReadFailure',
    });
  });

  test('have a doctor’s cells from day to day, with the patient’s own rights', async () => {
    const cell = {
      status: 'Available',
      flagAccess: 'Internet',
      count: 1,
      usedCount: 0,
      timeTableGuid: slotId,
      beginTime: sample.beginTime,
      endTime: sample.endTime,
    };
    const path = `/lpu/${clinicId}/doctor/d1/schedule/2019-04-17/2019-04-30`;
    mis.upstream.on(`GET ${path}`, answer(200, [cell]));
    const where = { clinicId, doctorId: 'd1', dateFrom: '2019-04-17', dateTo: '2019-04-30' };
    expect(await schedule().slots(inventedPatient, where, now)).toMatchObject([
      { id: slotId, clinicId, doctorId: 'd1', availability: 'free' },
    ]);
    expect(mis.asked()).toMatchObject([{ path, headers: { authorization: 'Bearer cod-1' } }]);
  });
});

describe('reserving a cell', () => {
  test('is one POST with the body of the document’s own sample', async () => {
    mis.upstream.on(`POST ${reservePath}`, answer(200, ticket));
    expect(await reserve()).toMatchObject({
      kind: 'confirmed',
      value: { ticketId: sample.ticketGuid, number: '008', slotId },
    });
    expect(mis.asked()).toMatchObject([
      {
        method: 'POST',
        path: reservePath,
        headers: { authorization: 'Bearer cod-1', 'content-type': 'application/json' },
      },
    ]);
    expect(mis.asked()[0]?.query).toEqual({});
    expect(JSON.parse(mis.asked()[0]?.body ?? '')).toEqual(reservation);
  });

  test.each([
    [403, '5009', 'нет', 'signature-wrong'],
    [400, '4036', 'нет', 'nothing-chosen'],
    [400, '4005', 'нет', 'childrens-clinic'],
    [400, '4007', 'Вам запрещена самостоятельная запись на прием', 'self-booking-banned'],
    [400, '4007', 'Вы не состоите на диспансерном учете', 'not-under-observation'],
    [400, '4007', 'Обратитесь в регистратуру', 'registry-only'],
    [400, '4008', 'нет', 'already-booked'],
    [400, '4029', 'нет', 'age-limit'],
    [400, '4009', 'нет', 'taken'],
  ])('is refused with %d, %s and «%s», after one attempt', async (status, code, message, name) => {
    mis.upstream.on(`POST ${reservePath}`, standard(status, code, message), answer(200, ticket));
    expect(await reserve()).toMatchObject({
      kind: 'refused',
      report: { failure: `mis.reserve.${name}`, upstream: { system: 'mis', status, code } },
    });
    expect(mis.asked()).toHaveLength(1);
  });

  test.each([...faultPlays, ['the ticket of another cell', answer(200, sample)] as const])(
    'is not known after %s, and never sent again: it would take a second place',
    async (_, play) => {
      mis.upstream.on(`POST ${reservePath}`, play, answer(200, ticket));
      expect(await reserve()).toMatchObject({
        kind: 'unknown',
        report: { failure: 'portal.outcome-unknown' },
      });
      expect(mis.asked()).toHaveLength(1);
    },
  );

  test('with an expired token is sent once more with a new one: it was not carried out', async () => {
    mis.upstream.on(`POST ${reservePath}`, standard(403, '5007'), answer(200, ticket));
    expect(await reserve()).toMatchObject({ kind: 'confirmed' });
    expect(mis.asked()).toHaveLength(2);
  });
});

describe('confirming a hold', () => {
  test('is one POST that names the cell in its query, and the visit’s ticket may be another', async () => {
    const visit = { ...ticket, ticketGuid: sample.docGuid };
    mis.upstream.on(`POST ${confirmPath}`, answer(200, visit));
    expect(await confirm()).toMatchObject({ kind: 'confirmed', value: { ticketId: sample.docGuid } });
    expect(mis.asked()).toMatchObject([{ method: 'POST', path: confirmPath, body: '' }]);
    expect(mis.asked()[0]?.query).toEqual({ timeTable: slotId });
  });

  test('is refused like a reservation', async () => {
    mis.upstream.on(`POST ${confirmPath}`, standard(400, '4009'));
    expect(await confirm()).toMatchObject({ kind: 'refused', report: { failure: 'mis.reserve.taken' } });
  });

  test.each(faultPlays)('is not known after %s, and is not sent again', async (_, play) => {
    mis.upstream.on(`POST ${confirmPath}`, play, answer(200, ticket));
    expect(await confirm()).toMatchObject({ kind: 'unknown' });
    expect(mis.asked()).toHaveLength(1);
  });
});

describe('giving a held time back', () => {
  test('is the cancel of its ticket', async () => {
    mis.upstream.on(`DELETE ${releasePath}`, answer(200));
    expect(await release()).toMatchObject({ kind: 'confirmed', status: 200 });
    expect(mis.asked()).toMatchObject([{ method: 'DELETE', path: releasePath }]);
    expect(mis.asked()[0]?.query).toEqual({ ticketGuid: sample.ticketGuid });
  });

  test('is done where the ticket is gone already', async () => {
    mis.upstream.on(`DELETE ${releasePath}`, standard(404, '5068'));
    expect(await release()).toEqual({ kind: 'confirmed', value: null, status: 404, code: '5068' });
  });

  test('is refused under its own name, with what MIS answered', async () => {
    mis.upstream.on(`DELETE ${releasePath}`, standard(400, '4010'));
    expect(await release()).toMatchObject({
      kind: 'refused',
      report: { failure: 'mis.release.not-released', upstream: { status: 400, code: '4010' } },
    });
  });

  test.each(faultPlays)('is not known after %s', async (_, play) => {
    mis.upstream.on(`DELETE ${releasePath}`, play);
    expect(await release()).toMatchObject({ kind: 'unknown' });
    expect(mis.asked()).toHaveLength(1);
  });

  test('was not sent where there was no token', async () => {
    mis.upstream.on('GET /auth/cod/token', answer(500));
    expect(await release()).toMatchObject({ kind: 'refused', report: { failure: 'portal.not-sent' } });
  });
});
