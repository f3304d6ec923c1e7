import type { Queries, Store } from '../store/store.ts';
import type { ClinicRow, TicketRow } from './mis-models.ts';

const ticketColumns = `t.guid, t.cell, t.num, t.made_at, t.made_by, t.exam, t.home_call, t.lapses_at, t.card, t.policy, t.clinic,
  c.begins, c.ends, c.plan, c.used, d.guid as doctor, d.family, d.given, d.patronymic, d.role, d.room, d.floor, d.speciality, d.speciality_name`;
const ticketTables = `tickets t join cells c on c.world = t.world and c.guid = t.cell join doctors d on d.world = c.world and d.guid = c.doctor`;

export type Ticket = TicketRow & { clinic: string };

export const ticketsOf = (db: Queries, world: string, policy: string) =>
  db.query<Ticket>(
    `select ${ticketColumns} from ${ticketTables} where t.world = $1 and t.policy = $2 order by c.begins`,
    [world, policy],
  );

export const ticketBy = async (db: Queries, world: string, guid: string) =>
  (
    await db.query<Ticket>(
      `select ${ticketColumns} from ${ticketTables} where t.world = $1 and t.guid = $2`,
      [world, guid],
    )
  )[0];

export const clinicsOf = (db: Queries, world: string) =>
  db.query<ClinicRow>('select * from clinics where world = $1 order by guid', [world]);

/** Removes a ticket and gives its place back, once. */
export async function removeTicket(db: Queries, world: string, guid: string): Promise<boolean> {
  const [gone] = await db.query<{ cell: string }>(
    'delete from tickets where world = $1 and guid = $2 returning cell',
    [world, guid],
  );
  if (!gone) return false;
  await db.query('update cells set used = used - 1 where world = $1 and guid = $2', [world, gone.cell]);
  return true;
}

/** Holds whose minutes are over free their places, each by itself: whoever has one place's lock never waits for another's. */
export async function lapseHolds(store: Store, world: string, now: Date): Promise<void> {
  const lapsed = await store.query<{ guid: string }>(
    'select guid from tickets where world = $1 and lapses_at <= $2',
    [world, now],
  );
  for (const { guid } of lapsed) await store.transaction((db) => removeTicket(db, world, guid));
}
