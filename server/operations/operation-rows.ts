import { createHash } from 'node:crypto';
import { z } from 'zod';
import { booking } from '#contract/booking.ts';
import { failureReport, type Operation, type OperationKind } from '#contract/operation.ts';
import { hold } from '#contract/slot.ts';
import type { Vault } from '#server/session/vault.ts';
import type { OperationRow } from '#server/store/schema.ts';
import type { Database } from '#server/store/store.ts';
import { context, type Context } from './context.ts';
import { cancelledBy } from './cancelled-by.ts';
import { nextLook, staleAfterMs } from './look-times.ts';
import type { Settled } from './settled.ts';

/** One intent of a person: what is written before the upstream is called. */
export interface Intent {
  /** Pseudonyms: who is signed in, and whom it is for. */
  readonly actor: string;
  readonly patient: string;
  readonly person: string;
  /** The browser's, made when the page opened; the same key again gets the same answer. */
  readonly key: string;
  readonly kind: OperationKind;
  readonly target: string;
  readonly body: unknown;
  /** As last seen, kept encrypted. */
  readonly snapshot: Snapshot;
  /** What settles it without the person, kept encrypted. */
  readonly context: Context;
}

const snapshot = z.object({ booking: z.nullable(booking), hold: z.nullable(hold) });
type Snapshot = z.infer<typeof snapshot>;
const emptySnapshot: Snapshot = { booking: null, hold: null };

/** A row with what was sealed in it. `context` is null where it was sealed with another secret: nobody can settle it. */
export interface OpenRow {
  readonly row: OperationRow;
  readonly operation: Operation;
  readonly context: Context | null;
}

export const fingerprintOf = ({ kind, target, body }: Pick<Intent, 'kind' | 'target' | 'body'>) =>
  createHash('sha256')
    .update(JSON.stringify([kind, target, body]))
    .digest('base64url');

/** How long a runner has a row to itself: longer than reading an upstream takes. */
const leaseMs = 15_000;
const open = ['started', 'unknown'] as const;

/** The rows of the journal, sealed and opened. */
export class OperationRows {
  readonly #db: Database;
  readonly #vault: Vault;
  readonly #clock: () => Date;

  constructor(db: Database, vault: Vault, clock: () => Date) {
    this.#db = db;
    this.#vault = vault;
    this.#clock = clock;
  }

  /** Writes the intent down; false where its key or its target has a row already. */
  async begin(id: string, intent: Intent): Promise<boolean> {
    const now = this.#clock();
    const begun = await this.#db
      .insertInto('operations')
      .values({
        id,
        actor: intent.actor,
        patient: intent.patient,
        person: intent.person,
        idempotency_key: intent.key,
        kind: intent.kind,
        target: intent.target,
        fingerprint: fingerprintOf(intent),
        state: 'started',
        http_status: null,
        upstream_code: null,
        report: null,
        snapshot: this.#vault.seal(intent.snapshot),
        context: this.#vault.seal(intent.context),
        attempts: 1,
        next_look_at: new Date(now.getTime() + staleAfterMs),
        started_at: now,
        settled_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    return begun !== undefined;
  }

  /** Counts a second sending of the same write, before it leaves. */
  async sentAgain(id: string): Promise<void> {
    await this.#db
      .updateTable('operations')
      .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
      .where('id', '=', id)
      .execute();
  }

  /** Writes how an operation ended, once: only a refusal by reading may still turn out to be a late success. */
  async settle(
    id: string,
    settled: Settled,
    { late }: { late: boolean },
  ): Promise<OpenRow & { readonly changed: boolean }> {
    const before = await this.byId(id);
    if (!before) throw new Error('The operation is not in the journal');
    const known = this.#snapshotOf(before);
    const { state, report, booking: seen, hold: kept, byReading, lookAt } = settled;
    const now = this.#clock();
    const next =
      state === 'unknown' || byReading ? nextLook(before.started_at, now, { wanted: lookAt }) : null;
    const row = await this.#db
      .updateTable('operations')
      .set({
        state,
        report: report ? JSON.stringify(report) : null,
        http_status: report?.upstream?.status ?? null,
        upstream_code: report?.upstream?.code ?? null,
        snapshot: this.#vault.seal({ booking: seen ?? known.booking, hold: kept ?? known.hold }),
        settled_at: state === 'unknown' ? null : now,
        next_look_at: next,
        lease_until: null,
        ...(late && state !== 'unknown' ? { to_tell: true } : {}),
        ...(next === null ? { context: null } : {}),
      })
      .where('id', '=', id)
      .where((where) =>
        state === 'confirmed'
          ? where.or([
              where('state', 'in', open),
              where.and([where('state', '=', 'refused'), where('next_look_at', 'is not', null)]),
            ])
          : where('state', 'in', open),
      )
      .returningAll()
      .executeTakeFirst();
    return {
      ...this.opened(row ?? (await this.byId(id)) ?? before),
      changed: row !== undefined && row.state !== before.state,
    };
  }

  /** Rows whose time has come, each lent to one runner alone whatever the number of instances. */
  async due(limit: number): Promise<OpenRow[]> {
    const now = this.#clock();
    const rows = await this.#db
      .updateTable('operations')
      .set({ lease_until: new Date(now.getTime() + leaseMs) })
      .where('id', 'in', (choose) =>
        choose
          .selectFrom('operations')
          .select('id')
          .where('next_look_at', '<=', now)
          .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<', now)]))
          .orderBy('next_look_at')
          .limit(limit)
          .forUpdate()
          .skipLocked(),
      )
      .returningAll()
      .execute();
    return rows.map((row) => this.opened(row));
  }

  /** Nothing new was learned: the row is looked at again then, or never where that is no use. */
  async lookLater(id: string, next: Date | null): Promise<void> {
    await this.#db
      .updateTable('operations')
      .set({ next_look_at: next, lease_until: null, ...(next === null ? { context: null } : {}) })
      .where('id', '=', id)
      .execute();
  }

  byId(id: string) {
    return this.#db.selectFrom('operations').selectAll().where('id', '=', id).executeTakeFirst();
  }

  byKey({ actor, key }: Pick<Intent, 'actor' | 'key'>) {
    return this.#db
      .selectFrom('operations')
      .selectAll()
      .where('actor', '=', actor)
      .where('idempotency_key', '=', key)
      .executeTakeFirst();
  }

  /** The row of this target that is not settled yet: one at a time. */
  active(target: Pick<Intent, 'patient' | 'kind' | 'target'>) {
    return this.#of(target).where('state', 'in', open).executeTakeFirst();
  }

  /** The last row of this target, settled or not. */
  latest(target: Pick<Intent, 'patient' | 'kind' | 'target'>) {
    return this.#of(target).orderBy('started_at', 'desc').executeTakeFirst();
  }

  /** Whether another attempt at the same target worked meanwhile, so that what is there now is that one's doing. */
  async overtaken({ id, patient, kind, target, started_at }: OperationRow): Promise<boolean> {
    const other = await this.#of({ patient, kind, target })
      .where('id', '!=', id)
      .where('state', '=', 'confirmed')
      .where('settled_at', '>', started_at)
      .executeTakeFirst();
    return other !== undefined;
  }

  /** The write that did this to a target before; null where none did. */
  async confirmed(patient: string, kind: OperationKind, target: string): Promise<Operation | null> {
    const row = await this.#of({ patient, kind, target }).where('state', '=', 'confirmed').executeTakeFirst();
    return row ? this.operationOf(row) : null;
  }

  /** What of a patient's is not settled yet, whoever asked for it, and what this actor has not seen settled; oldest first. */
  async toTell({ actor, patient }: Pick<Intent, 'actor' | 'patient'>): Promise<Operation[]> {
    const rows = await this.#db
      .selectFrom('operations')
      .selectAll()
      .where('patient', '=', patient)
      .where((where) =>
        where.or([
          where('state', 'in', open),
          where.and([where('to_tell', '=', true), where('actor', '=', actor)]),
        ]),
      )
      .orderBy('started_at')
      .execute();
    return rows.map((row) => this.operationOf(row));
  }

  /** The person has seen how it ended. */
  async told(id: string): Promise<void> {
    await this.#db.updateTable('operations').set({ to_tell: false }).where('id', '=', id).execute();
  }

  /** The person had left before the answer. */
  async stillToTell(id: string): Promise<void> {
    await this.#db.updateTable('operations').set({ to_tell: true }).where('id', '=', id).execute();
  }

  /** Bookings of a patient that were cancelled through the portal, as last seen: MIS does not list them any more. */
  async cancelled(patient: string): Promise<Snapshot['booking'][]> {
    const rows = await this.#db
      .selectFrom('operations')
      .selectAll()
      .where('patient', '=', patient)
      .where('kind', '=', 'cancel')
      .where('state', '=', 'confirmed')
      .execute();
    return rows.map((row) => cancelledBy(this.#snapshotOf(row).booking, row.person));
  }

  opened(row: OperationRow): OpenRow {
    const parsed = context.safeParse(row.context === null ? null : this.#vault.open(row.context));
    return { row, operation: this.operationOf(row), context: parsed.success ? parsed.data : null };
  }

  operationOf(row: OperationRow): Operation {
    return {
      id: row.id,
      kind: row.kind,
      state: row.state,
      person: row.person,
      at: new Date(row.settled_at ?? row.started_at).toISOString(),
      report: row.report === null ? null : failureReport.parse(JSON.parse(row.report)),
      ...this.#snapshotOf(row),
    };
  }

  #of({ patient, kind, target }: Pick<Intent, 'patient' | 'kind' | 'target'>) {
    return this.#db
      .selectFrom('operations')
      .selectAll()
      .where('patient', '=', patient)
      .where('kind', '=', kind)
      .where('target', '=', target);
  }

  #snapshotOf(row: OperationRow): Snapshot {
    const parsed = snapshot.safeParse(row.snapshot === null ? null : this.#vault.open(row.snapshot));
    return parsed.success ? parsed.data : emptySnapshot;
  }
}
