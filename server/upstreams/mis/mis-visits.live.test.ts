import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { absent, listed as found } from '../kit/reading.ts';
import { faultPlays } from '../kit/testing/fault-plays.ts';
import { inventedPatient } from '../kit/testing/invented-patient.ts';
import { answer } from '../kit/testing/stub-upstream.ts';
import { createMisVisits, ticketsInCell } from './mis-visits.ts';
import { wireTicket } from './mis-wire.ts';
import sample from './samples/ticket-visit-with-lpu.json';
import { openMis } from './testing/open-mis.ts';
import { translateTicket } from './translate-mis.ts';

const now = new Date('2019-04-17T09:00:00Z');
const clinic = sample.lpu.guid;
const deletePath = `/visit/${clinic}`;
const booking = translateTicket(wireTicket.parse(sample), 'me', now);
let mis: Awaited<ReturnType<typeof openMis>>;

beforeEach(async () => {
  mis = await openMis(() => now.getTime());
  listed(sample);
});
afterEach(() => mis.close());

const listed = (...tickets: object[]) => mis.upstream.on('GET /visit', answer(200, tickets));
const cancel = (choice = {}, patient = inventedPatient) =>
  createMisVisits(mis.client).cancel(patient, booking, choice, now);
const deletes = () => mis.upstream.seen.filter(({ method }) => method === 'DELETE');

describe('the visits of a patient', () => {
  test('are asked for a year back and a year ahead, with the token that sees all cards', async () => {
    const visits = await createMisVisits(mis.client).list(inventedPatient, now);
    expect(visits).toEqual([booking]);
    expect(mis.asked()).toMatchObject([
      { method: 'GET', path: '/visit', headers: { authorization: 'Bearer cod-1' } },
    ]);
    expect(mis.asked()[0]?.query).toEqual({ dateFrom: '2018-04-17', dateTo: '2020-04-16' });
  });

  test('are read in the spelling of the document’s table, too', async () => {
    const pascal = (json: unknown): unknown =>
      Array.isArray(json)
        ? json.map(pascal)
        : typeof json === 'object' && json !== null
          ? Object.fromEntries(
              Object.entries(json).map(([key, value]) => [
                key[0]?.toUpperCase() + key.slice(1),
                pascal(value),
              ]),
            )
          : json;
    mis.upstream.on('GET /visit', answer(200, pascal([sample])));
    expect(await createMisVisits(mis.client).list(inventedPatient, now)).toEqual([booking]);
  });

  test('are shown beside a record that cannot be read, which is counted and never absent', async () => {
    mis.upstream.on('GET /visit', answer(200, [{ ...sample, ticketGuid: null }, sample, 'ticket']));
    const visits = createMisVisits(mis.client);
    const list = await visits.list(inventedPatient, now);
    expect([...list]).toEqual([booking]);
    expect(list.unreadable).toBe(2);
    const another = '00000000-0000-4000-8000-000000000009';
    expect(await visits.read(inventedPatient, { ...booking, id: another }, now)).toEqual({
      kind: 'absent',
      covered: false,
    });
    const where = { clinicId: clinic, slotId: another };
    await expect(ticketsInCell(mis.client, inventedPatient, where, now)).rejects.toMatchObject({
      name: 'ReadFailure',
    });
  });

  test('are none where none are listed, and are not read in another shape', async () => {
    const visits = createMisVisits(mis.client);
    listed();
    expect(await visits.list(inventedPatient, now)).toEqual([]);
    mis.upstream.on('GET /visit', answer(200, { items: [] }));
    await expect(visits.list(inventedPatient, now)).rejects.toMatchObject({ name: 'ReadFailure' });
  });

  test('are found by their id, and by their cell', async () => {
    const visits = createMisVisits(mis.client);
    expect(await visits.read(inventedPatient, booking, now)).toEqual(found(booking));
    const inCell = (slotId: string) =>
      ticketsInCell(mis.client, inventedPatient, { clinicId: clinic, slotId }, now);
    expect(await inCell(sample.timeTableGuid)).toMatchObject({
      tickets: [{ ticketId: sample.ticketGuid, madeAt: new Date(sample.dateOfAppointment).toISOString() }],
      covered: true,
    });
    expect(await inCell(clinic)).toEqual({ tickets: [], covered: true });
    listed();
    expect(await inCell(clinic)).toEqual({ tickets: [], covered: false });
  });
});

describe('a visit that the list lacks', () => {
  const other = { ...sample, ticketGuid: sample.docGuid };
  const elsewhere = { ...other, lpu: { ...sample.lpu, guid: sample.docGuid } };
  const offline = { ...other, lpu: { ...sample.lpu, status: { name: 'Offline' } } };

  test.each([
    ['another visit of its clinic, covers its place', [other], true],
    ['nothing at all, proves nothing', [], false],
    ['a visit of another clinic, proves nothing', [elsewhere], false],
    ['a visit of its clinic, which is offline, proves nothing', [offline], false],
  ])('is absent: an answer with %s', async (_, tickets, covered) => {
    listed(...tickets);
    expect(await createMisVisits(mis.client).read(inventedPatient, booking, now)).toEqual(absent(covered));
  });
});

describe('cancelling a clinic visit', () => {
  beforeEach(() => mis.upstream.on(`DELETE ${deletePath}`, answer(200)));

  test('is one DELETE at the visit’s clinic, with its ticket and without a body', async () => {
    expect(await cancel()).toEqual({ kind: 'confirmed', value: null, status: 200, code: null });
    expect(deletes()).toMatchObject([
      { path: deletePath, body: '', headers: { authorization: 'Bearer cod-1' } },
    ]);
    expect(deletes()[0]?.query).toEqual({ ticketGuid: sample.ticketGuid });
  });

  test.each([
    ['was consented to', { asCheckUp: true }, sample.docGuid],
    ['was not consented to', {}, undefined],
  ])('as a step of a check-up names the step only where it %s', async (_, choice, examGuid) => {
    listed({ ...sample, dispExamGuid: sample.docGuid });
    await cancel(choice);
    expect(deletes()[0]?.query['examGuid']).toBe(examGuid);
  });

  test('as a step of a check-up that is not named sends nothing, and leads to the clinic', async () => {
    listed({ ...sample, dispExamGuid: null });
    expect(await cancel({ asCheckUp: true })).toMatchObject({
      kind: 'refused',
      report: { failure: 'mis.cancel-visit.unrecognised', upstream: null },
    });
    expect(deletes()).toEqual([]);
  });

  test('as a step of a check-up sends nothing where the list cannot be read', async () => {
    mis.upstream.on('GET /visit', answer(200, {}));
    expect(await cancel({ asCheckUp: true })).toMatchObject({
      kind: 'refused',
      report: { failure: 'portal.not-sent' },
    });
    expect(deletes()).toEqual([]);
  });

  test('that the list lacks now is sent all the same: the clinic’s answer decides', async () => {
    listed();
    expect(await cancel()).toMatchObject({ kind: 'confirmed' });
    expect(deletes()).toHaveLength(1);
  });

  test('for another person names who asks', async () => {
    await cancel({}, { ...inventedPatient, actsForAnother: true });
    expect(deletes().map(({ query }) => query['externalUserId'])).toEqual(['esia-1000']);
  });

  test('that somebody else made (4086, not executed) is sent once more with the name of who asks', async () => {
    mis.upstream.on(
      `DELETE ${deletePath}`,
      answer(400, { code: 400, message: 'нет', message_code: '4086' }),
      answer(200),
    );
    listed({ ...sample, login: null });
    expect(await cancel()).toMatchObject({ kind: 'confirmed' });
    expect(deletes().map(({ query }) => query['externalUserId'])).toEqual([undefined, 'esia-1000']);
  });

  test.each([
    [404, '5068', 'not-found'],
    [400, '4010', 'time-passed'],
    [400, '4026', 'linked-home-call'],
    [400, '4027', 'part-of-check-up'],
    [403, '5008', 'token-malformed'],
    [403, '5009', 'signature-wrong'],
    [403, '5010', 'token-missing'],
  ])('is refused with %d and %s, after one attempt', async (status, code, name) => {
    const body = { code: status, message: 'нет', message_code: code };
    mis.upstream.on(`DELETE ${deletePath}`, answer(status, body), answer(200));
    expect(await cancel()).toMatchObject({
      kind: 'refused',
      report: { failure: `mis.cancel-visit.${name}`, upstream: { system: 'mis', status, code } },
    });
    expect(deletes()).toHaveLength(1);
  });

  test('that stays another person’s (4086) is refused after the second attempt', async () => {
    mis.upstream.on(`DELETE ${deletePath}`, answer(400, { message_code: '4086' }));
    expect(await cancel()).toMatchObject({
      kind: 'refused',
      report: { failure: 'mis.cancel-visit.other-person' },
    });
    expect(deletes()).toHaveLength(2);
  });

  test.each([
    { Code: 400, Message: 'нельзя', Message_code: '4026' },
    { MessageCode: '4026' },
    { message_code: '4026' },
    { message_ode: '4026' },
    { code: 404 },
    { success: false },
    { Success: false },
    { error: 'нельзя' },
    { errors: ['нельзя'] },
    { success: 'false' },
    { Success: 0 },
    { isSuccess: false },
    { hasError: true },
    { errorCode: 4026 },
    { status: 'error' },
    { 'message-code': '4026' },
    { message: 'Запись не может быть отменена' },
    { response: { messageCode: '4026' } },
    [],
    'отменено',
    true,
  ])('is not known after 200 with %j', async (body) => {
    mis.upstream.on(`DELETE ${deletePath}`, answer(200, JSON.stringify(body)));
    expect(await cancel()).toMatchObject({ kind: 'unknown' });
  });

  test.each([{}, { code: 200 }, { Code: 200, MessageCode: '2000' }, { success: true, errors: [] }])(
    'is confirmed by 200 with %j',
    async (body) => {
      mis.upstream.on(`DELETE ${deletePath}`, answer(200, JSON.stringify(body)));
      expect(await cancel()).toMatchObject({ kind: 'confirmed' });
    },
  );

  test('with an expired token is sent once more with a new one, and not again', async () => {
    mis.upstream.on(`DELETE ${deletePath}`, answer(403, { message_code: '5007' }));
    expect(await cancel()).toMatchObject({
      kind: 'refused',
      report: { failure: 'mis.cancel-visit.token-expired' },
    });
    expect(deletes().map(({ headers }) => headers.authorization)).toEqual(['Bearer cod-1', 'Bearer cod-2']);
  });

  test.each(faultPlays)('is not known after %s, and is not sent again', async (_, play) => {
    mis.upstream.on(`DELETE ${deletePath}`, play, answer(200));
    expect(await cancel()).toMatchObject({
      kind: 'unknown',
      report: { failure: 'portal.outcome-unknown' },
    });
    expect(deletes()).toHaveLength(1);
  });
});
