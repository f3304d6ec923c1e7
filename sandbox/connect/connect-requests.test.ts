import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectDesk, idAt, type AppointmentRequest, type ConnectDesk } from '../testing/connect-desk.ts';
import { openSandbox, type OpenSandbox, type World } from '../testing/open-sandbox.ts';

let sandbox: OpenSandbox;
/** Every test makes a request of its own: one world serves all. */
let world: World;
let desk: ConnectDesk;
let token: string;
beforeAll(async () => {
  sandbox = await openSandbox();
  world = sandbox.freshWorld();
  desk = connectDesk(sandbox, world);
  token = await desk.token();
});
afterAll(() => sandbox.close());

const requestPath = (id: number) => `/appointment-requests/${id}`;
const wish = { orderId: 7001, dateFrom: '2026-11-24' };
const ask = (body: object) => desk.post(token, '/appointment-requests/request', body);
const cancel = (body: object) => desk.post(token, '/appointment-requests/cancel', body);
const book = (body: object) => desk.post(token, '/appointments/request', body);
const statusOf = async (id: number) =>
  (await desk.get<AppointmentRequest>(token, requestPath(id))).body.status;

describe('asking for times', () => {
  test('answers 201 with nothing but where to look', async () => {
    const reply = await ask(wish);
    expect(reply).toMatchObject({ status: 201, text: '' });
    expect(reply.headers['location']).toMatch(/^\/api\/connect\/orders\/appointment-requests\/\d+$/);
  });

  test('for an order that is not there, or not ours, is a 404', async () => {
    expect(await ask({ ...wish, orderId: 9999 })).toMatchObject({ status: 404, text: '' });
  });

  test.each([{}, { orderId: 7001 }, { ...wish, orderId: '7001' }, { ...wish, dateFrom: '24.11.2026' }])(
    'with the body %j is a 422',
    async (body) => {
      expect((await ask(body)).status).toBe(422);
    },
  );
});

describe('looking at a request', () => {
  test('is a 202 at first, and then the times of three days, morning and afternoon', async () => {
    const path = requestPath(idAt((await ask(wish)).headers));
    expect(await desk.get(token, path)).toMatchObject({ status: 202, text: '' });
    const { status, body } = await desk.get<AppointmentRequest>(token, path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ orderId: 7001, status: 'Offered' });
    expect(body.slots).toHaveLength(6);
    expect(body.slots[0]).toEqual({
      id: 'S00',
      startTime: '2026-11-24T06:00:00.000Z',
      endTime: '2026-11-24T10:00:00.000Z',
      timezoneOffset: '+03:00',
    });
  });

  test('from a later day on offers nothing before that day', async () => {
    const made = await ask({ ...wish, dateFrom: '2026-12-07' });
    const path = requestPath(idAt(made.headers));
    await desk.get(token, path);
    const { body } = await desk.get<AppointmentRequest>(token, path);
    expect(body.slots[0]?.startTime).toBe('2026-12-07T06:00:00.000Z');
  });

  test('offers the same times however often it is asked', async () => {
    const { appointmentRequestId: id, slots } = await desk.offered(token);
    await world.setClock('2026-11-25T12:00:00+03:00');
    const { body } = await desk.exchange(await desk.assertion({ exp: 3 * 86_400 }));
    const later = await desk.get<AppointmentRequest>(body.access_token, requestPath(id));
    expect(later.body.slots).toEqual(slots);
    await world.setClock(null);
  });

  test.each(['9999', 'x', '99999999999'])('with the unknown id %s is a 404', async (id) => {
    expect((await desk.get(token, `/appointment-requests/${id}`)).status).toBe(404);
  });
});

describe('cancelling a request', () => {
  test.each(['before its times are offered', 'after that'])('%s is a 204 with its headers', async (when) => {
    const id =
      when === 'after that'
        ? (await desk.offered(token)).appointmentRequestId
        : idAt((await ask(wish)).headers);
    const reply = await cancel({ appointmentRequestId: id });
    expect(reply).toMatchObject({
      status: 204,
      text: '',
      headers: {
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
        'x-frame-options': 'DENY',
      },
    });
    await desk.get(token, requestPath(id));
    expect(await statusOf(id)).toBe('Cancelled');
  });

  test('a second time is a 404', async () => {
    const { appointmentRequestId } = await desk.offered(token);
    await cancel({ appointmentRequestId });
    expect(await cancel({ appointmentRequestId })).toMatchObject({ status: 404, text: '' });
  });

  test('that became an appointment is a 404', async () => {
    const { appointmentRequestId } = await desk.offered(token);
    await book({ appointmentRequestId, slotId: 'S00' });
    expect((await cancel({ appointmentRequestId })).status).toBe(404);
  });

  test.each([1, 2_147_483_647])('with the unknown id %i is a 404', async (appointmentRequestId) => {
    expect((await cancel({ appointmentRequestId })).status).toBe(404);
  });

  test.each([{}, { appointmentRequestId: '300' }, { appointmentRequestId: 99_999_999_999 }])(
    'with the body %j is a 400',
    async (body) => {
      expect((await cancel(body)).status).toBe(400);
    },
  );

  test('at the same moment succeeds for one of ten', async () => {
    const { appointmentRequestId } = await desk.offered(token);
    const replies = await Promise.all(Array.from({ length: 10 }, () => cancel({ appointmentRequestId })));
    expect(replies.filter(({ status }) => status === 204)).toHaveLength(1);
  });
});

describe('booking an offered time', () => {
  test('answers 201 with where to look, which is a 202 at first and then the appointment', async () => {
    const { appointmentRequestId, slots } = await desk.offered(token);
    const reply = await book({ appointmentRequestId, slotId: slots[2]?.id });
    expect(reply).toMatchObject({ status: 201, text: '' });
    const id = idAt(reply.headers);
    expect(await desk.get(token, `/appointments/${id}`)).toMatchObject({ status: 202, text: '' });
    expect((await desk.get(token, `/appointments/${id}`)).body).toEqual({
      id,
      orderId: 7001,
      status: 'Booked',
      startTime: slots[2]?.startTime,
      endTime: slots[2]?.endTime,
      timezoneOffset: '+03:00',
    });
    expect(await statusOf(appointmentRequestId)).toBe('Converted');
  });

  test.each([
    { says: 'of an unknown request', change: { appointmentRequestId: 9999 }, status: 404 },
    { says: 'that was not offered', change: { slotId: 'S99' }, status: 422 },
    { says: 'without saying which', change: { slotId: undefined }, status: 422 },
  ])('$says is a $status', async ({ change, status }) => {
    const { appointmentRequestId } = await desk.offered(token);
    expect((await book({ appointmentRequestId, slotId: 'S00', ...change })).status).toBe(status);
  });

  test.each(['cancelled', 'booked'])('of a request that is %s is a 422', async (state) => {
    const { appointmentRequestId } = await desk.offered(token);
    await (state === 'cancelled'
      ? cancel({ appointmentRequestId })
      : book({ appointmentRequestId, slotId: 'S00' }));
    expect((await book({ appointmentRequestId, slotId: 'S01' })).status).toBe(422);
  });

  test('at the same moment makes one appointment of ten wishes', async () => {
    const { appointmentRequestId } = await desk.offered(token);
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => book({ appointmentRequestId, slotId: 'S00' })),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  test.each(['9999', 'x'])('has no appointment with the id %s', async (id) => {
    expect((await desk.get(token, `/appointments/${id}`)).status).toBe(404);
  });
});
