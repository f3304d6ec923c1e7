import type { Insertable } from 'kysely';
import type { AuditRow } from './schema.ts';
import type { Database } from './store.ts';

export type Audited = Omit<Insertable<AuditRow>, 'id' | 'at'>;

/** What registrars look at, for whoever has to answer for it. Rows are added and never changed. */
export class Audit {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Writes down one act. Throws where it cannot: what is not written down is not done. */
  async note(what: Audited, now: Date): Promise<void> {
    await this.#db
      .insertInto('audit')
      .values({ ...what, at: now })
      .execute();
  }
}
