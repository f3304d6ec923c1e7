import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clinicGuid, guidOf } from '../store/seed-region.ts';
import { misDesk, person, refusal, said, type MisDesk } from '../testing/mis-desk.ts';
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

/** Every refusal of seed 000 that data leads to, word for word. */
const refused = {
  '5068': refusal(404, '5068', 'Запись на прием не найдена'),
  '4010': refusal(400, '4010', 'Время приема уже прошло. Запись отменить невозможно.'),
  '4026': refusal(400, '4026', 'Нельзя удалить запись на прием, так как она связана с вызовом на дом'),
  '4027': refusal(
    400,
    '4027',
    'Нельзя удалить запись на прием, так как она является мероприятием диспансеризации',
  ),
  '4086': refusal(400, '4086', 'Нельзя отменить запись на прием другого пациента'),
};

/** Whether the ticket is there, and how much of its place is used. Where its place is, an untouched world knows. */
const stateOf = (ticket: string) =>
  world.rows(
    `select c.guid as cell, c.used, count(t.guid)::int as tickets from cells c left join tickets t on t.world = c.world and t.cell = c.guid
     where c.world = $1 and c.guid = (select cell from tickets where world = 'main' and guid = $2) group by c.guid, c.used`,
    ticket,
  );

const clinicsOfTickets: Readonly<Record<string, number>> = { 'timofey paediatrician': 3 };

const cancel = (
  token: string,
  name: string,
  { clinic = clinicGuid(clinicsOfTickets[name] ?? 1), ...more }: Record<string, string> = {},
) => desk.cancelVisit(token, clinic, guidOf(`ticket ${name}`), more);

describe('cancelling a visit', () => {
  test.each([
    { says: 'by COD, on the first card', kind: 'cod', who: 'anna', name: 'anna therapist', more: {} },
    { says: 'by COD, on the other card', kind: 'cod', who: 'anna', name: 'anna cardiologist', more: {} },
    { says: 'by RPGU of its card', kind: 'rpgu', who: 'anna', name: 'anna therapist', more: {} },
    { says: "for a child, by the child's token", kind: 'cod', who: 'timofey', name: 'timofey paediatrician' },
    {
      says: 'of a check-up, with its examGuid',
      kind: 'cod',
      who: 'viktor',
      name: 'viktor check-up',
      more: { examGuid: guidOf('exam viktor') },
    },
    {
      says: 'made by another user, with externalUserId',
      kind: 'cod',
      who: 'anna',
      name: 'anna by the registry',
      more: { externalUserId: person('anna').sub },
    },
  ] as const)('$says answers 200 and gives the place back', async ({ kind, who, name, ...rest }) => {
    const token = await desk.token(kind, who);
    const before = await stateOf(guidOf(`ticket ${name}`));
    const reply = await cancel(token, name, 'more' in rest ? rest.more : {});
    expect(reply).toMatchObject({ status: 200, text: '' });
    expect(before).toMatchObject([{ used: 1, tickets: 1 }]);
    expect(await stateOf(guidOf(`ticket ${name}`))).toEqual([{ ...before[0], used: 0, tickets: 0 }]);
    const left = (await desk.visits(await desk.token('cod', who))).map(({ ticketGuid }) => ticketGuid);
    expect(left).not.toContain(guidOf(`ticket ${name}`));
  });

  test.each([
    { code: '4010', says: 'a visit whose time has passed', who: 'anna', name: 'anna past', more: {} },
    { code: '4026', says: 'one linked to a home call', who: 'viktor', name: 'viktor with a call', more: {} },
    { code: '4027', says: 'a check-up without examGuid', who: 'viktor', name: 'viktor check-up', more: {} },
    {
      code: '4027',
      says: "a check-up with another check-up's examGuid",
      who: 'viktor',
      name: 'viktor check-up',
      more: { examGuid: guidOf('exam of somebody') },
    },
    { code: '4086', says: "another patient's visit", who: 'pavel', name: 'anna therapist', more: {} },
    {
      code: '4086',
      says: "another patient's visit, externalUserId or not",
      who: 'pavel',
      name: 'anna by the registry',
      more: { externalUserId: person('pavel').sub },
    },
    {
      code: '4086',
      says: 'one made by another user, without externalUserId',
      who: 'anna',
      name: 'anna by the registry',
      more: {},
    },
    {
      code: '5068',
      says: 'a visit of another clinic than named',
      who: 'anna',
      name: 'anna therapist',
      more: { clinic: clinicGuid(2) },
    },
    {
      code: '5068',
      says: 'a visit of a clinic that is named without a GUID',
      who: 'anna',
      name: 'anna therapist',
      more: { clinic: 'clinic-1' },
    },
  ] as const)('is refused with $code for $says, and nothing changes', async ({ code, who, name, more }) => {
    const token = await desk.token('cod', who);
    const before = await stateOf(guidOf(`ticket ${name}`));
    expect(said(await cancel(token, name, more))).toEqual(refused[code]);
    expect(before).toMatchObject([{ used: 1, tickets: 1 }]);
    expect(await stateOf(guidOf(`ticket ${name}`))).toEqual(before);
  });

  test("is refused with 4086 by an RPGU token of the patient's other card", async () => {
    const token = await desk.token('rpgu', 'anna', 1);
    expect(said(await cancel(token, 'anna therapist'))).toEqual(refused['4086']);
  });

  test.each(['00000000-0000-4000-8000-000000000001', 'no-guid', ''])(
    'is refused with 5068 for the unknown ticket "%s"',
    async (ticket) => {
      const token = await desk.token('cod', 'anna');
      expect(said(await desk.cancelVisit(token, clinicGuid(1), ticket))).toEqual(refused['5068']);
    },
  );

  test('answers 5068 the second time', async () => {
    const token = await desk.token('cod', 'anna');
    await cancel(token, 'anna therapist');
    expect(said(await cancel(token, 'anna therapist'))).toEqual(refused['5068']);
  });

  test('succeeds for one of ten at the same moment, and gives one place back', async () => {
    const token = await desk.token('cod', 'anna');
    const replies = await Promise.all(Array.from({ length: 10 }, () => cancel(token, 'anna therapist')));
    const statuses = replies.map(({ status }) => status).toSorted((one, other) => one - other);
    expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 404)]);
    expect(await stateOf(guidOf('ticket anna therapist'))).toMatchObject([{ used: 0 }]);
  });

  test('is possible until the minute that the visit begins', async () => {
    const [visit] = (await desk.visits(await desk.token('cod', 'anna'))).filter(
      ({ ticketGuid }) => ticketGuid === guidOf('ticket anna therapist'),
    );
    const begins = new Date(visit?.beginTime ?? '');
    await world.setClock(begins.toISOString());
    expect(said(await cancel(await desk.token('cod', 'anna'), 'anna therapist'))).toEqual(refused['4010']);
    await world.setClock(new Date(begins.getTime() - 1000).toISOString());
    expect((await cancel(await desk.token('cod', 'anna'), 'anna therapist')).status).toBe(200);
  });

  test.each([
    { code: '4086', after: '4026', who: 'pavel', name: 'viktor with a call' },
    { code: '4086', after: '4027', who: 'pavel', name: 'viktor check-up' },
    { code: '4086', after: '4010', who: 'pavel', name: 'anna past' },
    { code: '4026', after: '4010', who: 'viktor', name: 'viktor with a call' },
    { code: '4027', after: '4010', who: 'viktor', name: 'viktor check-up' },
  ] as const)('says $code before $after where both are true', async ({ code, who, name }) => {
    await world.setClock('2026-12-20T12:00:00+03:00');
    expect(said(await cancel(await desk.token('cod', who), name))).toEqual(refused[code]);
  });

  test('without the required ticketGuid is a 400 that has no message_code', async () => {
    const token = await desk.token('cod', 'anna');
    const reply = await world.ask('DELETE', `/mis/visit/${clinicGuid(1)}`, { token });
    expect(said(reply)).toEqual(refusal(400, null, expect.any(String)));
  });

  test('at a clinic that is offline is a 500 that has no message_code', async () => {
    const token = await desk.token('cod', 'anna');
    const reply = await cancel(token, 'anna therapist', { clinic: clinicGuid(4) });
    expect(said(reply)).toEqual(refusal(500, null, 'МО недоступна'));
  });
});
