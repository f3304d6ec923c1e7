import { sql } from 'kysely';
import type { Database } from './store.ts';

export interface Counted {
  readonly times: number;
  /** When the window ends and counting begins anew. */
  readonly endsAt: Date;
}

/** How often something was done in a window of time, by all instances together: they share the database, and so the limit. */
export class RateCounts {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Counts once more. `name` must name nobody: a pseudonym. `windowMs` is in milliseconds, from the first time on. */
  async count(name: string, windowMs: number, now: Date): Promise<Counted> {
    const endsAt = new Date(now.getTime() + windowMs);
    const row = await this.#db
      .insertInto('rate_counts')
      .values({ name, times: 1, ends_at: endsAt })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet({
          times: sql<number>`case when rate_counts.ends_at <= ${now} then 1 else rate_counts.times + 1 end`,
          ends_at: sql<Date>`case when rate_counts.ends_at <= ${now} then ${endsAt} else rate_counts.ends_at end`,
        }),
      )
      .returning(['times', 'ends_at'])
      .executeTakeFirstOrThrow();
    if (row.times === 1) await this.#forgetBefore(now);
    return { times: row.times, endsAt: row.ends_at };
  }

  async #forgetBefore(now: Date): Promise<void> {
    await this.#db.deleteFrom('rate_counts').where('ends_at', '<=', now).execute();
  }
}
