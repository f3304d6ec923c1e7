import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inventedPatient } from '../kit/testing/invented-patient.ts';
import { answer, page } from '../kit/testing/stub-upstream.ts';
import { openConnect, ordersPath } from './testing/open-connect.ts';

const now = new Date('2026-11-21T09:00:00Z');
const known = { requestId: 300, orderId: 7001, dateFrom: '2026-11-23', appointmentLocation: null };
const booked = { ...known, appointmentLocation: `${ordersPath}/appointments/41` };
const requestRoute = `GET ${ordersPath}/appointment-requests/300`;
const appointmentRoute = `GET ${ordersPath}/appointments/41`;
const wire = { appointmentRequestId: 300, orderId: 7001, status: 'Offered', slots: [] };
const appointment = {
  id: 41,
  orderId: 7001,
  status: 'Booked',
  startTime: '2026-11-23T06:00:00Z',
  endTime: '2026-11-23T10:00:00Z',
  timezoneOffset: '+03:00',
};
let connect: Awaited<ReturnType<typeof openConnect>>;

beforeEach(async () => {
  connect = await openConnect(() => now.getTime());
});
afterEach(() => connect.close());

const read = (what: Parameters<typeof connect.requests.read>[1] = known) =>
  connect.requests.read(inventedPatient, what, now);

describe('how a request stands', () => {
  test('is asked at its own address, with the token and the version', async () => {
    connect.upstream.on(requestRoute, answer(200, wire));
    expect(await read()).toMatchObject({ id: '300', status: { kind: 'times-offered' } });
    expect(connect.asked()).toMatchObject([
      {
        method: 'GET',
        path: `${ordersPath}/appointment-requests/300`,
        headers: { authorization: 'Bearer first', 'x-api-version': '7' },
        body: '',
      },
    ]);
  });

  test('is pending with 202', async () => {
    connect.upstream.on(requestRoute, answer(202));
    expect(await read()).toMatchObject({ status: { kind: 'looking-for-times' } });
  });

  test('is nothing with 404, which may mean that it is not ours', async () => {
    connect.upstream.on(requestRoute, answer(404));
    expect(await read()).toBeNull();
  });

  test('is asked once more with a new token where the first is not taken', async () => {
    connect.upstream.on(requestRoute, answer(401), answer(200, wire));
    expect(await read()).toMatchObject({ id: '300' });
    expect(connect.asked()).toHaveLength(2);
  });

  test.each([
    ['a page', page],
    ['another shape', answer(200, { id: 300 })],
    ['401 twice', answer(401)],
    ['500', answer(500)],
  ])('is not known with %s', async (_, play) => {
    connect.upstream.on(requestRoute, play);
    await expect(read()).rejects.toMatchObject({
      name: 'ReadFailure',
      report: { failure: 'portal.source-unavailable' },
    });
  });
});

describe('how a booked time stands', () => {
  test('is the technician’s visit, once there is one', async () => {
    connect.upstream.on(appointmentRoute, answer(200, appointment));
    expect(await read(booked)).toMatchObject({
      kind: 'technician-visit',
      id: '300',
      starts: { at: '2026-11-23T06:00:00.000Z', offset: '+03:00' },
    });
    expect(connect.asked()).toHaveLength(1);
  });

  test.each([
    ['still pending', answer(202)],
    ['not there', answer(404)],
    ['in another shape', answer(200, { ...appointment, startTime: 'soon' })],
  ])('is what the request says where the visit is %s', async (_, play) => {
    connect.upstream.on(appointmentRoute, play);
    connect.upstream.on(requestRoute, answer(200, { ...wire, status: 'Converted' }));
    expect(await read(booked)).toMatchObject({
      kind: 'appointment-request',
      status: { kind: 'became-visit' },
    });
  });
});
