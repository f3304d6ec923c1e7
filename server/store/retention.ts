import type { Database } from './store.ts';

const day = 24 * 3_600_000;
/** So many rows of a table at once: nobody waits for a long deletion. */
const rowsAtOnce = 500;

/**
 * Deletes what is settled and older than the days that it is kept: operations, holds and requests that are over. What is open, is
 * still to be told, or is looked at, stays however old it is; the audit has a term of its own. Answers how many rows went.
 */
export async function forgetOld(db: Database, days: number, now: Date): Promise<number> {
  const before = new Date(now.getTime() - days * day);
  const operations = await db
    .deleteFrom('operations')
    .where('id', 'in', (choose) =>
      choose
        .selectFrom('operations')
        .select('id')
        .where('settled_at', '<', before)
        .where('state', 'in', ['confirmed', 'refused'])
        .where('to_tell', '=', false)
        .where('next_look_at', 'is', null)
        .limit(rowsAtOnce),
    )
    .executeTakeFirst();
  const holds = await db
    .deleteFrom('holds')
    .where('id', 'in', (choose) =>
      choose
        .selectFrom('holds')
        .select('id')
        .where('kept_until', '<', before)
        .where('state', 'in', ['confirmed', 'released', 'lapsed'])
        // What this installation's lists have shown is remembered by its holds (docs/decisions/0029).
        .where('listed', '=', false)
        .limit(rowsAtOnce),
    )
    .executeTakeFirst();
  const requests = await db
    .deleteFrom('known_requests')
    .where('asked_at', '<', before)
    .where('final', 'is not', null)
    .executeTakeFirst();
  return [operations, holds, requests].reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
}
