import type { Answer } from '../scenarios/witness.ts';
import type { Queries, Store } from '../store/store.ts';
import { noContent } from './connect-answers.ts';
import { connectOrders, offerTimes } from './connect-offers.ts';

export const ordersPath = '/api/connect/orders';

const notFound: Answer = { status: 404 };
const invalid = (message: string): Answer => ({ status: 422, body: { message } });
const made = (collection: string, id: number | undefined): Answer => ({
  status: 201,
  headers: { location: `${ordersPath}/${collection}/${id ?? 0}` },
});

type RequestRow = { order_id: number; status: string; polls: number };

const requestBy = async (db: Queries, world: string, id: number) =>
  (
    await db.query<RequestRow>(
      'select order_id, status, polls from connect_requests where world = $1 and id = $2 for update',
      [world, id],
    )
  )[0];

/** Asks for a technician's visit for an order, from a day on. */
export async function requestTimes(
  store: Store,
  world: string,
  { orderId, dateFrom }: { orderId: number; dateFrom: string },
): Promise<Answer> {
  if (!connectOrders.includes(orderId)) return notFound;
  const [row] = await store.query<{ id: number }>(
    `insert into connect_requests (world, id, order_id, date_from, status) values ($1, nextval('connect_ids')::int, $2, $3, 'Requested') returning id`,
    [world, orderId, dateFrom],
  );
  return made('appointment-requests', row?.id);
}

/** B1: pending at the first look, with its offered times from the second. */
export const pollRequest = (store: Store, world: string, id: number, now: Date): Promise<Answer> =>
  store.transaction(async (db) => {
    const row = await requestBy(db, world, id);
    if (!row) return notFound;
    await db.query('update connect_requests set polls = polls + 1 where world = $1 and id = $2', [world, id]);
    const open = row.status === 'Requested';
    if (open && row.polls < 1) return { status: 202 };
    if (open)
      await db.query(`update connect_requests set status = 'Offered' where world = $1 and id = $2`, [
        world,
        id,
      ]);
    const slots = await offerTimes(db, world, id, open ? now : null);
    const status = open ? 'Offered' : row.status;
    return { status: 200, body: { appointmentRequestId: id, orderId: row.order_id, status, slots } };
  });

/** Seed 003: a request that is already cancelled or converted is not there any more (B3). */
export async function cancelRequest(store: Store, world: string, id: number): Promise<Answer> {
  const [cancelled] = await store.query(
    `update connect_requests set status = 'Cancelled' where world = $1 and id = $2 and status in ('Requested', 'Offered') returning id`,
    [world, id],
  );
  return cancelled ? noContent : notFound;
}

/** Turns a request into an appointment at one of its offered times, once. */
export const bookTime = (store: Store, world: string, id: number, slotId: string): Promise<Answer> =>
  store.transaction(async (db) => {
    const row = await requestBy(db, world, id);
    if (!row) return notFound;
    const [slot] = await db.query(
      'select id from connect_offered_times where world = $1 and request_id = $2 and id = $3',
      [world, id, slotId],
    );
    if (!slot) return invalid('unknown slot');
    if (row.status !== 'Offered') return invalid('request is closed');
    await db.query(`update connect_requests set status = 'Converted' where world = $1 and id = $2`, [
      world,
      id,
    ]);
    const [appointment] = await db.query<{ id: number }>(
      `insert into connect_appointments (world, id, request_id, slot_id, status) values ($1, nextval('connect_ids')::int, $2, $3, 'Booked') returning id`,
      [world, id, slotId],
    );
    return made('appointments', appointment?.id);
  });

/** Pending at the first look, booked from the second. */
export async function pollAppointment(store: Store, world: string, id: number): Promise<Answer> {
  const [row] = await store.query<{
    polls: number;
    status: string;
    order_id: number;
    begins: Date;
    ends: Date;
    time_offset: string;
  }>(
    `update connect_appointments a set polls = a.polls + 1 from connect_requests r, connect_offered_times t
     where a.world = $1 and a.id = $2 and r.world = a.world and r.id = a.request_id and t.world = a.world and t.request_id = a.request_id and t.id = a.slot_id
     returning a.polls, a.status, r.order_id, t.begins, t.ends, t.time_offset`,
    [world, id],
  );
  if (!row) return notFound;
  if (row.polls < 2) return { status: 202 };
  return {
    status: 200,
    body: {
      id,
      orderId: row.order_id,
      status: row.status,
      startTime: row.begins.toISOString(),
      endTime: row.ends.toISOString(),
      timezoneOffset: row.time_offset,
    },
  };
}
