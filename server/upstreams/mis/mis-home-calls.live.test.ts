import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { absent, listed } from '../kit/reading.ts';
import { faultPlays } from '../kit/testing/fault-plays.ts';
import { inventedPatient } from '../kit/testing/invented-patient.ts';
import { answer } from '../kit/testing/stub-upstream.ts';
import { createMisHomeCalls } from './mis-home-calls.ts';
import { wireCall } from './mis-wire.ts';
import { openMis } from './testing/open-mis.ts';
import { translateCall } from './translate-mis.ts';

const now = new Date('2026-11-21T09:00:00Z');
const wire = {
  callDoctorGuid: '43c6cec0-3b91-48ab-acab-d541a88e91f7',
  dateCall: '2026-11-22T08:00:00+03:00',
  status: 1,
};
const call = translateCall(wireCall.parse(wire), 'me', now);
const deletePath = `/api/v2/iemk/doctors/visit/${wire.callDoctorGuid}`;
const standard = (status: number, code: string, message = 'нет') =>
  answer(status, { code: status, message, message_code: code });
const cancelled = standard(200, '2000', 'Вызов отменен');
let mis: Awaited<ReturnType<typeof openMis>>;

beforeEach(async () => {
  mis = await openMis(() => now.getTime());
  mis.upstream.on('GET /calldoctor', answer(200, [wire]));
  mis.upstream.on(`DELETE ${deletePath}`, cancelled);
});
afterEach(() => mis.close());

const cancel = (choice = {}) => createMisHomeCalls(mis.client).cancel(inventedPatient, call, choice, now);

describe('the home calls of a patient', () => {
  test('are asked for with a year of history, which MIS would leave out, and with a COD token', async () => {
    expect(await createMisHomeCalls(mis.client).list(inventedPatient, now)).toEqual([call]);
    expect(mis.asked()).toMatchObject([
      { method: 'GET', path: '/calldoctor', headers: { authorization: 'Bearer cod-1' } },
    ]);
    expect(mis.asked()[0]?.query).toEqual({ dateFrom: '2025-11-21' });
  });

  test('are found by their id', async () => {
    const calls = createMisHomeCalls(mis.client);
    expect(await calls.read(inventedPatient, call, now)).toEqual(listed(call));
    expect(await calls.read(inventedPatient, { ...call, id: 'another' }, now)).toEqual(
      absent(call.place?.clinicId !== undefined),
    );
  });
});

describe('cancelling a home call', () => {
  test('is one DELETE with an RPGU token, and JSON even where there is nothing to say', async () => {
    expect(await cancel()).toEqual({ kind: 'confirmed', value: null, status: 200, code: '2000' });
    expect(mis.asked()).toMatchObject([
      {
        method: 'DELETE',
        path: deletePath,
        headers: { authorization: 'Bearer rpgu-1', 'content-type': 'application/json' },
        body: '{}',
      },
    ]);
    expect(mis.asked()[0]?.query).toEqual({});
  });

  test.each([
    [{ reasonCode: 2 }, { ReasonCode: 2 }],
    [
      { reasonCode: 6, reason: 'Стало лучше' },
      { ReasonCode: 6, Reason: 'Стало лучше' },
    ],
    [{ reasonCode: 2, reason: 'Стало лучше' }, { ReasonCode: 2 }],
    [{ reason: 'Стало лучше' }, {}],
  ])('for %j says %j, in the letters of the document', async (choice, body) => {
    await cancel(choice);
    expect(JSON.parse(mis.asked()[0]?.body ?? '')).toEqual(body);
  });

  test.each([
    [400, '4021', 'time-passed'],
    [400, '4022', 'not-active'],
    [400, '4023', 'other-card'],
    [404, '5068', 'not-found'],
    [403, '5008', 'token-malformed'],
    [403, '5009', 'signature-wrong'],
    [403, '5010', 'token-missing'],
  ])('is refused with %d and %s, after one attempt', async (status, code, name) => {
    mis.upstream.on(`DELETE ${deletePath}`, standard(status, code), cancelled);
    expect(await cancel()).toMatchObject({
      kind: 'refused',
      report: { failure: `mis.cancel-call.${name}`, upstream: { system: 'mis', status, code } },
    });
    expect(mis.asked()).toHaveLength(1);
  });

  test('is refused with 415, which comes without a code', async () => {
    mis.upstream.on(`DELETE ${deletePath}`, answer(415));
    expect(await cancel()).toMatchObject({ report: { failure: 'mis.cancel-call.content-type' } });
  });

  test('with an expired token is sent once more with a new one', async () => {
    mis.upstream.on(`DELETE ${deletePath}`, standard(403, '5007'), cancelled);
    expect(await cancel()).toMatchObject({ kind: 'confirmed' });
    const tokens = mis.asked().map(({ headers }) => headers.authorization);
    expect(tokens).toEqual(['Bearer rpgu-1', 'Bearer rpgu-2']);
  });

  test('is not known where the clinic tried in vain: the doctor may still come', async () => {
    const text = `Не удалось отменить вызов ${wire.callDoctorGuid} в лпу {lpuGuid}`;
    mis.upstream.on(`DELETE ${deletePath}`, standard(500, '5023', text), cancelled);
    expect(await cancel()).toEqual({
      kind: 'unknown',
      report: {
        failure: 'mis.cancel-call.not-confirmed',
        upstream: { system: 'mis', status: 500, code: '5023' },
        facts: {},
        text: null,
      },
    });
    expect(mis.asked()).toHaveLength(1);
  });

  test.each([...faultPlays, ['200 that says nothing', answer(200)] as const])(
    'is not known after %s, and is not sent again',
    async (_, play) => {
      mis.upstream.on(`DELETE ${deletePath}`, play, cancelled);
      expect(await cancel()).toMatchObject({
        kind: 'unknown',
        report: { failure: 'portal.outcome-unknown' },
      });
      expect(mis.asked()).toHaveLength(1);
    },
  );
});
