import type { Database } from '#server/store/store.ts';
import { staleAfterMs } from './look-times.ts';
import type { OpenRow } from './open-row.ts';
import type { OperationRows } from './operation-rows.ts';

/**
 * Rows whose undo delay is not over. Sending and undoing are one conditional update each, so that exactly one of them happens,
 * whatever the number of instances.
 */
export class ScheduledRows {
  readonly #db: Database;
  readonly #rows: OperationRows;
  readonly #clock: () => Date;

  constructor(db: Database, rows: OperationRows, clock: () => Date) {
    this.#db = db;
    this.#rows = rows;
    this.#clock = clock;
  }

  /** Takes rows whose delay is over, to be sent by the caller alone. From here on they are as any write that was begun. */
  async claimDue(limit: number): Promise<OpenRow[]> {
    const now = this.#clock();
    const rows = await this.#db
      .updateTable('operations')
      .set(this.#started(now))
      .where('state', '=', 'scheduled')
      .where('id', 'in', (choose) =>
        choose
          .selectFrom('operations')
          .select('id')
          .where('state', '=', 'scheduled')
          .where('send_at', '<=', now)
          .orderBy('send_at')
          .limit(limit)
          .forUpdate()
          .skipLocked(),
      )
      .returningAll()
      .execute();
    return rows.map((row) => this.#rows.opened(row));
  }

  /** Takes one row before its time; null where it was sent or undone meanwhile. */
  async claim(id: string): Promise<OpenRow | null> {
    const row = await this.#db
      .updateTable('operations')
      .set(this.#started(this.#clock()))
      .where('id', '=', id)
      .where('state', '=', 'scheduled')
      .returningAll()
      .executeTakeFirst();
    return row ? this.#rows.opened(row) : null;
  }

  /** Ends one row unsent; null where it was sent or undone meanwhile. */
  async undo(id: string): Promise<OpenRow | null> {
    const report = { failure: 'portal.undone', upstream: null, facts: {}, text: null };
    const row = await this.#db
      .updateTable('operations')
      .set({
        state: 'refused',
        report: JSON.stringify(report),
        settled_at: this.#clock(),
        next_look_at: null,
        context: null,
      })
      .where('id', '=', id)
      .where('state', '=', 'scheduled')
      .returningAll()
      .executeTakeFirst();
    return row ? this.#rows.opened(row) : null;
  }

  /** A write is counted from its send: how long its outcome may stay open begins there. */
  #started(now: Date) {
    return {
      state: 'started' as const,
      attempts: 1,
      started_at: now,
      next_look_at: new Date(now.getTime() + staleAfterMs),
    };
  }
}
