import { createHash, randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { SessionRow } from '#server/store/schema.ts';
import type { Database } from '#server/store/store.ts';
import { subject, type Subject } from './subject.ts';
import { draft, type Draft } from './unfinished.ts';
import type { Vault } from './vault.ts';

export interface Session {
  readonly idHash: string;
  readonly subject: Subject;
  readonly endsAt: Date;
  /** When it ends however much it is used. */
  readonly lastsUntil: Date;
  /** What was being typed when the session before this one ended, until it is taken. */
  readonly draft: Draft | null;
}

const absoluteMs = 8 * 3_600_000;
const idleMs = 60 * 60_000;
/** How stale `seen_at` may grow before it is written again: not every read is a write. */
const seenEveryMs = 60_000;
/** How long after its end it is still known whose it was: somebody who comes back the next morning goes on as themselves. */
const rememberedMs = 24 * 3_600_000;

/** How a session is stored: its cookie opens nothing by way of the database. */
export const hashOf = (id: string) => createHash('sha256').update(id).digest('base64url');
const earlier = (now: Date, ms: number) => new Date(now.getTime() - ms);

/** Sessions in the database: they survive a restart, are stored under a hash, and end after 8 hours or one idle hour. */
export class Sessions {
  readonly #db: Database;
  readonly #vault: Vault;
  /** Tells every instance that a session has ended, or acts for somebody else. */
  readonly #changed: (idHash: string) => Promise<void>;

  constructor(db: Database, vault: Vault, changed: (idHash: string) => Promise<void>) {
    this.#db = db;
    this.#vault = vault;
    this.#changed = changed;
  }

  /** Always a new id: one that a browser brought is never adopted. Answers the cookie's value. */
  async start(who: Subject, now: Date, left: Draft | null = null): Promise<string> {
    const id = randomBytes(32).toString('base64url');
    await this.#db.deleteFrom('sessions').where('ends_at', '<', earlier(now, rememberedMs)).execute();
    await this.#db
      .insertInto('sessions')
      .values({
        id_hash: hashOf(id),
        subject: this.#vault.seal(who),
        started_at: now,
        seen_at: now,
        ends_at: new Date(now.getTime() + idleMs),
        draft: left && this.#vault.seal(left),
      })
      .execute();
    return id;
  }

  /** The living session behind a cookie, its end moved on; null where there is none. */
  async find(id: string, now: Date): Promise<Session | null> {
    const row = await this.#row(hashOf(id), now);
    const session = row && this.#sessionOf(row);
    if (!session || now.getTime() - row.seen_at.getTime() < seenEveryMs) return session;
    const endsAt = new Date(Math.min(now.getTime() + idleMs, session.lastsUntil.getTime()));
    await this.#db
      .updateTable('sessions')
      .set({ seen_at: now, ends_at: endsAt })
      .where('id_hash', '=', row.id_hash)
      .execute();
    return { ...session, endsAt };
  }

  /** The living session behind a cookie; asking does not keep it alive. */
  look(id: string, now: Date): Promise<Session | null> {
    return this.#living(hashOf(id), now);
  }

  /** A session as it is now, null once it has ended; asking does not keep it alive. */
  refreshed({ idHash }: Session, now: Date): Promise<Session | null> {
    return this.#living(idHash, now);
  }

  /** Whose the session behind a cookie is, or was until its time was over. One that somebody ended is forgotten at once. */
  async whose(id: string, now: Date): Promise<Subject | null> {
    const session = await this.#living(hashOf(id), earlier(now, rememberedMs));
    return session?.subject ?? null;
  }

  /** Keeps what changed about the subject: the patient a registrar has in hand. */
  async update({ idHash }: Session, who: Subject): Promise<void> {
    await this.#db
      .updateTable('sessions')
      .set({ subject: this.#vault.seal(who) })
      .where('id_hash', '=', idHash)
      .execute();
    await this.#changed(idHash);
  }

  /** The same, unless another patient has come into the registrar's hand meanwhile: then nothing is kept, and the answer is no. */
  async updateWhileInHand({ idHash, subject: before }: Session, who: Subject): Promise<boolean> {
    const row = await this.#db
      .selectFrom('sessions')
      .select('subject')
      .where('id_hash', '=', idHash)
      .executeTakeFirst();
    const now = subject.safeParse(row && this.#vault.open(row.subject));
    if (!row || now.data?.inHand?.ref !== before.inHand?.ref) return false;
    const { numUpdatedRows } = await this.#db
      .updateTable('sessions')
      .set({ subject: this.#vault.seal(who) })
      .where('id_hash', '=', idHash)
      .where('subject', '=', row.subject)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return false;
    await this.#changed(idHash);
    return true;
  }

  /** What was being typed stays with a session that lives while its person signs in again: they may come back without that. */
  async keepDraft({ idHash }: Session, typed: Draft): Promise<void> {
    await this.#db
      .updateTable('sessions')
      .set({ draft: this.#vault.seal(typed) })
      .where('id_hash', '=', idHash)
      .execute();
  }

  /** Gives the draft for an address back, once: whoever asks again, or at the same time, gets nothing. */
  async takeDraft({ idHash }: Session, address: string): Promise<Draft | null> {
    const row = await this.#db
      .selectFrom('sessions')
      .select('draft')
      .where('id_hash', '=', idHash)
      .executeTakeFirst();
    const found = this.#opened(row?.draft ?? null);
    if (!row || found?.address !== address) return null;
    const { numUpdatedRows } = await this.#db
      .updateTable('sessions')
      .set({ draft: null })
      .where('id_hash', '=', idHash)
      .where('draft', '=', row.draft)
      .executeTakeFirst();
    return numUpdatedRows === 1n ? found : null;
  }

  async end({ idHash }: Pick<Session, 'idHash'>): Promise<void> {
    await this.#db.deleteFrom('sessions').where('id_hash', '=', idHash).execute();
    await this.#changed(idHash);
  }

  /** Ends the session behind a cookie, living or not: another has taken its place. */
  replaced(id: string): Promise<void> {
    return this.end({ idHash: hashOf(id) });
  }

  async #living(idHash: string, now: Date): Promise<Session | null> {
    const row = await this.#row(idHash, now);
    return row ? this.#sessionOf(row) : null;
  }

  async #row(idHash: string, endsAfter: Date): Promise<Selectable<SessionRow> | null> {
    const row = await this.#db
      .selectFrom('sessions')
      .selectAll()
      .where('id_hash', '=', idHash)
      .where('ends_at', '>', endsAfter)
      .executeTakeFirst();
    return row ?? null;
  }

  #sessionOf(row: Selectable<SessionRow>): Session | null {
    const who = subject.safeParse(this.#vault.open(row.subject));
    if (!who.success) return null;
    return {
      idHash: row.id_hash,
      subject: who.data,
      endsAt: row.ends_at,
      lastsUntil: new Date(row.started_at.getTime() + absoluteMs),
      draft: this.#opened(row.draft),
    };
  }

  #opened(sealed: string | null): Draft | null {
    const parsed = draft.safeParse(sealed === null ? null : this.#vault.open(sealed));
    return parsed.success ? parsed.data : null;
  }
}
