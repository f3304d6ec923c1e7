import { randomUUID } from 'node:crypto';
import type { Answer } from '../scenarios/witness.ts';
import type { Queries, Store } from '../store/store.ts';
import { bookAnswers, cancelAnswers, rescheduleAnswers, visitAnswers } from './loop-answers.ts';

export const brand = 'brand-talon';

export interface Booking {
  readonly patient_id: string;
  readonly provider_id: string;
  readonly slot_id: string;
  readonly visit_type: string;
  readonly reason?: string | null | undefined;
  readonly notes?: string | null | undefined;
}

type VisitRow = {
  id: string;
  patient_id: string;
  provider_id: string;
  slot_id: string;
  status: string;
  visit_type: string;
  reason: string | null;
  notes: string | null;
  cancelled_at: Date | null;
  cancel_reason: string | null;
  created_at: Date;
  updated_at: Date;
};

const columns =
  'id, patient_id, provider_id, slot_id, status, visit_type, reason, notes, cancelled_at, cancel_reason, created_at, updated_at';

/** Visit, all 13 keys of the document. */
const visitOf = (row: VisitRow) => ({
  ...row,
  brand_id: brand,
  cancelled_at: row.cancelled_at?.toISOString() ?? null,
  created_at: row.created_at.toISOString(),
  updated_at: row.updated_at.toISOString(),
});

const slotBy = async (db: Queries, world: string, id: string) =>
  (
    await db.query<{ provider_id: string }>(
      'select provider_id from loop_slots where world = $1 and id = $2',
      [world, id],
    )
  )[0];

/** A slot has one place: whoever turns it from free to booked has it. */
const takeSlot = async (db: Queries, world: string, id: string) => {
  const taken = await db.query(
    'update loop_slots set booked = true where world = $1 and id = $2 and not booked returning id',
    [world, id],
  );
  return taken.length > 0;
};

const freeSlot = (db: Queries, world: string, id: string) =>
  db.query('update loop_slots set booked = false where world = $1 and id = $2', [world, id]);

/** Visits of the brand; of one patient where it is named. */
export async function listVisits(store: Store, world: string, patient: string | undefined): Promise<Answer> {
  const visits = await store.query<VisitRow>(
    `select ${columns} from loop_visits where world = $1 and ($2::text is null or patient_id = $2) order by id`,
    [world, patient ?? null],
  );
  return { status: 200, body: { visits: visits.map(visitOf) } };
}

export async function readVisit(store: Store, world: string, id: string): Promise<Answer> {
  const [visit] = await store.query<VisitRow>(
    `select ${columns} from loop_visits where world = $1 and id = $2`,
    [world, id],
  );
  return visit ? { status: 200, body: visitOf(visit) } : visitAnswers['404'];
}

/** C1: takes a free slot of the provider. */
export const bookVisit = (store: Store, world: string, now: Date, wish: Booking): Promise<Answer> =>
  store.transaction(async (db) => {
    const slot = await slotBy(db, world, wish.slot_id);
    if (slot?.provider_id !== wish.provider_id) return bookAnswers['404'];
    if (!(await takeSlot(db, world, wish.slot_id))) return bookAnswers['409'];
    const rows = await db.query<VisitRow>(
      `insert into loop_visits (world, id, patient_id, provider_id, slot_id, status, visit_type, reason, notes, created_at, updated_at)
       values ($1, $2, $3, $4, $5, 'booked', $6, $7, $8, $9, $9) returning ${columns}`,
      [
        world,
        `visit-${randomUUID()}`,
        wish.patient_id,
        wish.provider_id,
        wish.slot_id,
        wish.visit_type,
        wish.reason ?? null,
        wish.notes ?? null,
        now,
      ],
    );
    return { status: 201, body: rows.map(visitOf)[0] };
  });

/** Seed 004: only what is booked can be cancelled, and its slot is free again. */
export const cancelVisit = (
  store: Store,
  world: string,
  now: Date,
  { id, reason }: { id: string; reason: string | undefined },
): Promise<Answer> =>
  store.transaction(async (db) => {
    const [cancelled] = await db.query<VisitRow>(
      `update loop_visits set status = 'cancelled', cancelled_at = $3, updated_at = $3, cancel_reason = $4
       where world = $1 and id = $2 and status = 'booked' returning ${columns}`,
      [world, id, now, reason ?? null],
    );
    if (cancelled) {
      await freeSlot(db, world, cancelled.slot_id);
      return { status: 200, body: visitOf(cancelled) };
    }
    const [there] = await db.query('select id from loop_visits where world = $1 and id = $2', [world, id]);
    return there ? cancelAnswers['412'] : cancelAnswers['404'];
  });

/** The same visit at another time; the old slot is free again. */
export const rescheduleVisit = (
  store: Store,
  world: string,
  now: Date,
  { id, slot: slotId }: { id: string; slot: string },
): Promise<Answer> =>
  store.transaction(async (db) => {
    const [visit] = await db.query<VisitRow>(
      `select ${columns} from loop_visits where world = $1 and id = $2 for update`,
      [world, id],
    );
    const slot = await slotBy(db, world, slotId);
    if (!visit || !slot) return rescheduleAnswers['404'];
    if (visit.status !== 'booked') return rescheduleAnswers['412'];
    if (!(await takeSlot(db, world, slotId))) return rescheduleAnswers['409'];
    await freeSlot(db, world, visit.slot_id);
    const rows = await db.query<VisitRow>(
      `update loop_visits set slot_id = $3, provider_id = $4, updated_at = $5 where world = $1 and id = $2 returning ${columns}`,
      [world, id, slotId, slot.provider_id, now],
    );
    return { status: 200, body: rows.map(visitOf)[0] };
  });
