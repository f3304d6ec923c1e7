import type { Hold } from '#contract/slot.ts';
import { hold as holdSchema } from '#contract/slot.ts';
import { worthAskingMs } from '#contract/rules/kept-time.ts';
import type { Vault } from '#server/session/vault.ts';
import type { HoldRow } from '#server/store/schema.ts';
import type { Database } from '#server/store/store.ts';
import { sql, type Selectable } from 'kysely';
import { context, type Context } from './context.ts';

type Row = Selectable<HoldRow>;

export interface OpenHold {
  readonly row: Row;
  readonly hold: Hold;
}

type Deps = { readonly db: Database; readonly vault: Vault };

/** The hold in a row; null where it was sealed with another secret. */
function opened({ vault }: Deps, row: Row | undefined): OpenHold | null {
  const parsed = row ? holdSchema.safeParse(vault.open(row.snapshot)) : null;
  return row && parsed?.success
    ? { row, hold: { ...parsed.data, person: row.person, state: row.state } }
    : null;
}

/** Writes a hold down, once for the operation that made it; answers the one that is there. */
export async function keep(
  deps: Deps,
  hold: Hold,
  made: Pick<Row, 'actor' | 'patient' | 'clinic' | 'ticket' | 'session'> & {
    operation: string;
    context: Context;
  },
): Promise<Hold> {
  const { context: sealed, ...rest } = made;
  await deps.db
    .insertInto('holds')
    .values({
      ...rest,
      id: hold.id,
      person: hold.person,
      slot: hold.slot.id,
      kept_until: new Date(hold.keptUntil),
      state: 'held',
      snapshot: deps.vault.seal(hold),
      context: deps.vault.seal(sealed),
    })
    .onConflict((conflict) => conflict.column('operation').doNothing())
    .execute();
  return (await madeBy(deps, made.operation))?.hold ?? hold;
}

/** The hold that an operation made. */
export const madeBy = async (deps: Deps, operation: string): Promise<OpenHold | null> =>
  opened(
    deps,
    await deps.db.selectFrom('holds').selectAll().where('operation', '=', operation).executeTakeFirst(),
  );

export const byId = async (deps: Deps, id: string): Promise<OpenHold | null> =>
  opened(deps, await deps.db.selectFrom('holds').selectAll().where('id', '=', id).executeTakeFirst());

/** Whether a ticket is one of this patient's holds, whatever became of it. */
export const isHeldTicket = async ({ db }: Deps, patient: string, ticket: string): Promise<boolean> =>
  (await db
    .selectFrom('holds')
    .select('id')
    .where('patient', '=', patient)
    .where('ticket', '=', ticket)
    .executeTakeFirst()) !== undefined;

/** Notes that the vendor's list shows holds (A14): an absence from it means nothing before one was ever seen there. */
export const noteListed = ({ db }: Pick<Deps, 'db'>, patient: string, tickets: readonly string[]) =>
  db
    .updateTable('holds')
    .set({ listed: true })
    .where('patient', '=', patient)
    .where('ticket', 'in', tickets)
    .where('state', '=', 'held')
    .where('listed', '=', false)
    .execute();

/** Whether this installation's vendor has ever listed a hold. */
export const listsHolds = async ({ db }: Pick<Deps, 'db'>): Promise<boolean> =>
  (await db.selectFrom('holds').select('id').where('listed', '=', true).limit(1).executeTakeFirst()) !==
  undefined;

/** A patient's holds of a time that became visits. */
export const bookedHolds = async (
  { db }: Deps,
  { patient, slot }: Pick<Row, 'patient' | 'slot'>,
): Promise<string[]> => {
  const rows = await db
    .selectFrom('holds')
    .select('id')
    .where('patient', '=', patient)
    .where('slot', '=', slot)
    .where('state', '=', 'confirmed')
    .execute();
  return rows.map(({ id }) => id);
};

/** The last hold that a person made of a time and did not book or give back, unless it ended before `since`. */
export async function ofTime(
  deps: Deps,
  { actor, patient, slot }: Pick<Row, 'actor' | 'patient' | 'slot'>,
  since: Date,
): Promise<OpenHold | null> {
  const row = await deps.db
    .selectFrom('holds')
    .selectAll()
    .where('patient', '=', patient)
    .where('actor', '=', actor)
    .where('slot', '=', slot)
    .where('state', 'in', ['held', 'settling', 'lapsed'])
    .where('kept_until', '>', since)
    .orderBy('kept_until', 'desc')
    .executeTakeFirst();
  return opened(deps, row);
}

/** So long after its end a hold that is listed still is one no more: it was arranged elsewhere, at the desk or by telephone. */
const surelyOverMs = 10 * 60_000;

/** The tickets that are holds: the wire lists them like visits (A14), and they are never called bookings. */
export async function heldTickets(
  { db }: Pick<Deps, 'db'>,
  patient: string,
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('holds')
    .select('ticket')
    .where('patient', '=', patient)
    .where('state', '!=', 'confirmed')
    .where('kept_until', '>', new Date(now.getTime() - surelyOverMs))
    .execute();
  return new Set(rows.flatMap(({ ticket }) => (ticket === null ? [] : [ticket])));
}

/**
 * The hold that this person keeps for this patient; null where there is none. One whose time is over has lapsed. `id` asks for
 * one of several, and for it also a while after its end, so that a page that slept through it knows what was lost.
 */
export async function current(
  deps: Deps,
  { actor, patient }: Pick<Row, 'actor' | 'patient'>,
  now: Date,
  id?: string,
): Promise<Hold | null> {
  await deps.db
    .updateTable('holds')
    .set({ state: 'lapsed' })
    .where('patient', '=', patient)
    .where('state', '=', 'held')
    .where('kept_until', '<=', now)
    .execute();
  const own = deps.db
    .selectFrom('holds')
    .selectAll()
    .where('patient', '=', patient)
    .where('actor', '=', actor);
  const row = await (id === undefined ? own.where('state', '=', 'held') : own.where('id', '=', id))
    .orderBy('kept_until', 'desc')
    .executeTakeFirst();
  const justOver = ({ state, session, kept_until }: Row) =>
    state === 'lapsed' &&
    session !== null &&
    kept_until <= now &&
    now.getTime() - kept_until.getTime() <= worthAskingMs;
  return row && (row.state === 'held' || justOver(row)) ? (opened(deps, row)?.hold ?? null) : null;
}

/** Takes a hold for one purpose, confirming or releasing, so that the two never meet; false where it is not to be had. */
export async function take({ db }: Deps, id: string, now: Date): Promise<boolean> {
  const taken = await db
    .updateTable('holds')
    .set({ state: 'settling' })
    .where('id', '=', id)
    .where('state', '=', 'held')
    .where('kept_until', '>', now)
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

export const moveTo = ({ db }: Deps, id: string, state: Hold['state']) =>
  db.updateTable('holds').set({ state }).where('id', '=', id).execute();

/** A session is over, or a registrar has finished with a patient: what it kept and did not book is to be given back, unless the same person goes on in `next`. */
export const leaveBehind = ({ db }: Pick<Deps, 'db'>, session: string, next: string | null = null) =>
  db
    .updateTable('holds')
    .set({ session: next })
    .where('session', '=', session)
    .where('state', '=', 'held')
    .execute();

/**
 * Holds of ended sessions, each with whom it is for. One that somebody tried to confirm may be a visit under the same ticket: it is
 * never released by itself.
 */
export async function abandoned(
  deps: Deps,
  now: Date,
  limit: number,
): Promise<(OpenHold & { readonly context: Context })[]> {
  const rows = await deps.db
    .selectFrom('holds')
    .selectAll()
    .where('state', '=', 'held')
    .where('session', 'is', null)
    .where('kept_until', '>', now)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('operations')
            .select('operations.id')
            .where('operations.kind', '=', 'confirm')
            .where('operations.target', '=', sql<string>`holds.id::text`),
        ),
      ),
    )
    .limit(limit)
    .execute();
  return rows.flatMap((row) => {
    const found = opened(deps, row);
    const parsed = context.safeParse(row.context === null ? null : deps.vault.open(row.context));
    return found && parsed.success ? [{ ...found, context: parsed.data }] : [];
  });
}
