import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '#server/store/store.ts';
import { subject, type Subject } from './subject.ts';
import type { Vault } from './vault.ts';

export interface Session {
  readonly idHash: string;
  readonly subject: Subject;
  readonly endsAt: Date;
}

const absoluteMs = 8 * 3_600_000;
const idleMs = 60 * 60_000;
/** How stale `seen_at` may grow before it is written again: not every read is a write. */
const seenEveryMs = 60_000;

const hashOf = (id: string) => createHash('sha256').update(id).digest('base64url');

/** Sessions in the database: they survive a restart, are stored under a hash, and end after 8 hours or one idle hour. */
export class Sessions {
  readonly #db: Database;
  readonly #vault: Vault;

  constructor(db: Database, vault: Vault) {
    this.#db = db;
    this.#vault = vault;
  }

  /** Always a new id: one that a browser brought is never adopted. Answers the cookie's value. */
  async start(who: Subject, now: Date): Promise<string> {
    const id = randomBytes(32).toString('base64url');
    await this.#db.deleteFrom('sessions').where('ends_at', '<', now).execute();
    await this.#db
      .insertInto('sessions')
      .values({
        id_hash: hashOf(id),
        subject: this.#vault.seal(who),
        started_at: now,
        seen_at: now,
        ends_at: new Date(now.getTime() + idleMs),
      })
      .execute();
    return id;
  }

  /** The living session behind a cookie, its end moved on; null where there is none. */
  async find(id: string, now: Date): Promise<Session | null> {
    const row = await this.#living(hashOf(id), now);
    if (!row) return null;
    if (now.getTime() - row.seen_at.getTime() < seenEveryMs)
      return { idHash: row.id_hash, subject: row.who, endsAt: row.ends_at };
    const endsAt = new Date(Math.min(now.getTime() + idleMs, row.started_at.getTime() + absoluteMs));
    await this.#db
      .updateTable('sessions')
      .set({ seen_at: now, ends_at: endsAt })
      .where('id_hash', '=', row.id_hash)
      .execute();
    return { idHash: row.id_hash, subject: row.who, endsAt };
  }

  /** A session as it is now, null once it has ended; asking does not keep it alive. */
  async refreshed({ idHash }: Session, now: Date): Promise<Session | null> {
    const row = await this.#living(idHash, now);
    return row ? { idHash, subject: row.who, endsAt: row.ends_at } : null;
  }

  /** Keeps what changed about the subject: the patient a registrar has in hand. */
  async update({ idHash }: Session, who: Subject): Promise<void> {
    await this.#db
      .updateTable('sessions')
      .set({ subject: this.#vault.seal(who) })
      .where('id_hash', '=', idHash)
      .execute();
  }

  async #living(idHash: string, now: Date) {
    const row = await this.#db
      .selectFrom('sessions')
      .selectAll()
      .where('id_hash', '=', idHash)
      .where('ends_at', '>', now)
      .executeTakeFirst();
    const who = row ? subject.safeParse(this.#vault.open(row.subject)) : null;
    return row && who?.success ? { ...row, who: who.data } : null;
  }

  async end({ idHash }: Session): Promise<void> {
    await this.#db.deleteFrom('sessions').where('id_hash', '=', idHash).execute();
  }
}
