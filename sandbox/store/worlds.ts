import { demoPeople, type DemoPerson } from '../people/people.ts';
import type { Queries, Store } from './store.ts';
import { seedBookings, seedLoop } from './seed-bookings.ts';
import { cellsOf, clinics, doctors } from './seed-region.ts';

export interface Worlds {
  /** Makes sure that the world is there, with cells for four weeks ahead. */
  enter(world: string): Promise<void>;
  /** The world's own time: its settable clock, or the machine's. */
  now(world: string): Promise<Date>;
  /** Everybody of the world, as they were born for its seeding day: a birthday does not move with the clock. */
  people(world: string): Promise<readonly DemoPerson[]>;
  setClock(world: string, now: Date | null): Promise<void>;
  reset(world: string): Promise<void>;
}

const tables = [
  'clinics',
  'doctors',
  'cells',
  'tickets',
  'home_calls',
  'waiting_list',
  'connect_requests',
  'connect_offered_times',
  'connect_appointments',
  'loop_slots',
  'loop_visits',
  'scenarios',
  'requests_seen',
  'worlds',
];

const insert = (db: Queries, world: string, table: string, columns: string, rows: readonly object[]) => {
  const names = columns
    .split(',')
    .map((column) => column.trim().split(' ')[0])
    .join(', ');
  return db.query(
    `insert into ${table} (world, ${names}) select $1, ${names} from jsonb_to_recordset($2::jsonb) as seed(${columns}) on conflict do nothing`,
    [world, JSON.stringify(rows)],
  );
};

const cellColumns =
  'guid uuid, doctor uuid, begins timestamptz, ends timestamptz, plan int, age_from int, age_to int, rights text';

async function seed(db: Queries, world: string, now: Date) {
  await db.query('insert into worlds (world, seeded_on) values ($1, $2)', [
    world,
    now.toISOString().slice(0, 10),
  ]);
  await insert(
    db,
    world,
    'clinics',
    'guid uuid, name text, address text, phone text, for_children boolean, online boolean, status_since timestamptz, has_schedule boolean',
    clinics.map((clinic) => ({
      ...clinic,
      status_since: new Date(now.getTime() - 3 * 3_600_000).toISOString(),
      has_schedule: true,
    })),
  );
  await insert(
    db,
    world,
    'doctors',
    'guid uuid, clinic uuid, speciality text, speciality_name text, family text, given text, patronymic text, role text, room text, floor int, observed_only boolean',
    doctors,
  );
  await insert(db, world, 'cells', cellColumns, cellsOf(now, -30, 28));
  const { tickets, calls } = seedBookings(now);
  await insert(
    db,
    world,
    'tickets',
    'guid uuid, cell uuid, clinic uuid, card uuid, policy text, num text, made_at timestamptz, made_by text, exam uuid, home_call uuid',
    tickets,
  );
  await db.query(
    `update cells set used = taken.places from (select cell, count(*)::int as places from tickets where world = $1 group by cell) taken
     where cells.world = $1 and cells.guid = taken.cell`,
    [world],
  );
  await insert(
    db,
    world,
    'home_calls',
    'guid uuid, clinic uuid, card uuid, policy text, address text, called_for timestamptz, status int, status_at timestamptz, kind int, doctor text, doctor_role text',
    calls,
  );
  const { slots, visits } = seedLoop(now);
  const stamped = { created_at: now.toISOString(), updated_at: now.toISOString() };
  await insert(
    db,
    world,
    'loop_slots',
    'id text, provider_id text, begins timestamptz, ends timestamptz, booked boolean, created_at timestamptz',
    slots.map((slot) => ({
      ...slot,
      ...stamped,
      booked: visits.some(({ slot_id, status }) => slot_id === slot.id && status !== 'cancelled'),
    })),
  );
  await insert(
    db,
    world,
    'loop_visits',
    'id text, patient_id text, provider_id text, slot_id text, status text, visit_type text, reason text, cancelled_at timestamptz, cancel_reason text, created_at timestamptz, updated_at timestamptz',
    visits.map((visit) => ({ ...visit, ...stamped })),
  );
}

/** Opens isolated worlds over one database. A world is laid down the first time that it is entered. */
export function openWorlds(store: Store, machineClock: () => Date): Worlds {
  const entered = new Map<string, Promise<void>>();
  const enter = (world: string) => {
    const already = entered.get(world);
    if (already) return already;
    const laying = layDown(world).catch((error: unknown) => {
      entered.delete(world);
      throw error;
    });
    entered.set(world, laying);
    return laying;
  };

  const layDown = (world: string) =>
    store.transaction(async (db) => {
      const now = machineClock();
      const [existing] = await db.query('select world from worlds where world = $1', [world]);
      if (existing) await insert(db, world, 'cells', cellColumns, cellsOf(now, 0, 28));
      else await seed(db, world, now);
    });

  return {
    enter,
    people: async (world) => {
      await enter(world);
      const [row] = await store.query<{ seeded_on: string }>(
        'select seeded_on::text from worlds where world = $1',
        [world],
      );
      return demoPeople(row ? new Date(row.seeded_on) : machineClock());
    },
    now: async (world) => {
      const [row] = await store.query<{ clock: Date | null }>('select clock from worlds where world = $1', [
        world,
      ]);
      return row?.clock ?? machineClock();
    },
    setClock: async (world, now) => {
      await store.query('update worlds set clock = $2 where world = $1', [world, now?.toISOString() ?? null]);
    },
    reset: async (world) => {
      entered.delete(world);
      await store.transaction(async (db) => {
        for (const table of tables) await db.query(`delete from ${table} where world = $1`, [world]);
      });
    },
  };
}
