import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultPlays } from '../kit/testing/fault-plays.ts';
import { inventedPatient } from '../kit/testing/invented-patient.ts';
import { answer, reset } from '../kit/testing/stub-upstream.ts';
import { createMisVisits, ticketInCell } from './mis-visits.ts';
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

  test('are none where none are listed, and are not read in another shape', async () => {
    const visits = createMisVisits(mis.client);
    listed();
    expect(await visits.list(inventedPatient, now)).toEqual([]);
    mis.upstream.on('GET /visit', answer(200, { items: [] }));
    await expect(visits.list(inventedPatient, now)).rejects.toMatchObject({ name: 'ReadFailure' });
  });

  test('are found by their id, and by their cell', async () => {
    const visits = createMisVisits(mis.client);
    expect(await visits.read(inventedPatient, sample.ticketGuid, now)).toEqual(booking);
    expect(await visits.read(inventedPatient, clinic, now)).toBeNull();
    expect(await ticketInCell(mis.client, inventedPatient, sample.timeTableGuid, now)).toMatchObject({
      ticketId: sample.ticketGuid,
    });
    expect(await ticketInCell(mis.client, inventedPatient, clinic, now)).toBeNull();
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
    ['was consented to', { asCheckUp: true }, sample.docGuid, sample.docGuid],
    ['was not consented to', {}, sample.docGuid, undefined],
    ['was consented to where the visit is no part of one', { asCheckUp: true }, null, undefined],
  ])('as a step of a check-up names the step only where it %s', async (_, choice, step, examGuid) => {
    listed({ ...sample, dispExamGuid: step });
    await cancel(choice);
    expect(deletes()[0]?.query['examGuid']).toBe(examGuid);
  });

  test.each([
    ['was made by a login', { login: 'registry-7' }, {}, 'esia-1000'],
    ['is another person’s', {}, { actsForAnother: true }, 'esia-1000'],
    ['was made by the patient', { login: null }, {}, undefined],
    ['was made by nobody named', { login: '' }, {}, undefined],
  ])('names who asks where the visit %s', async (_, ticket, patient, externalUserId) => {
    listed({ ...sample, ...ticket });
    await cancel({}, { ...inventedPatient, ...patient });
    expect(deletes()[0]?.query['externalUserId']).toBe(externalUserId);
  });

  test('that is not listed any more sends nothing, and says so', async () => {
    listed();
    expect(await cancel()).toMatchObject({
      kind: 'refused',
      report: { failure: 'mis.cancel-visit.not-found', upstream: null },
    });
    expect(deletes()).toEqual([]);
  });

  test.each([
    ['is cut', reset],
    ['is in another shape', answer(200, {})],
  ])('sends nothing where the list %s', async (_, play) => {
    mis.upstream.on('GET /visit', play);
    expect(await cancel()).toMatchObject({ kind: 'refused', report: { failure: 'portal.not-sent' } });
    expect(deletes()).toEqual([]);
  });

  test.each([
    [404, '5068', 'not-found'],
    [400, '4010', 'time-passed'],
    [400, '4026', 'linked-home-call'],
    [400, '4027', 'part-of-check-up'],
    [400, '4086', 'other-person'],
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
