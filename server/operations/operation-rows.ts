import type { Booking } from '#contract/booking.ts';
import type { FailureReport, Operation, OperationKind } from '#contract/operation.ts';
import type { Vault } from '#server/session/vault.ts';
import type { OperationRow } from '#server/store/schema.ts';
import type { Database } from '#server/store/store.ts';
import { cancelledBy } from './cancelled-by.ts';
import { fingerprintOf, type Intent } from './intent.ts';
import { nextLook, staleAfterMs } from './look-times.ts';
import { openRow, snapshotOf, type CancelledBooking, type OpenRow } from './open-row.ts';
import type { Settled } from './settled.ts';

/** How long a runner has a row to itself: longer than reading an upstream takes. */
const leaseMs = 15_000;
const open = ['started', 'unknown'] as const;
/** Not final: sent and not settled, or still to be sent. */
const active = ['scheduled', ...open] as const;

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

  /** Writes the intent down, to be sent at once or at `sendAt`; false where its key or its target has a row already. */
  async begin(id: string, intent: Intent, sendAt: Date | null = null): Promise<boolean> {
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
        state: sendAt ? 'scheduled' : 'started',
        send_at: sendAt,
        http_status: null,
        upstream_code: null,
        report: null,
        snapshot: this.#vault.seal(intent.snapshot),
        context: this.#vault.seal(intent.context),
        attempts: sendAt ? 0 : 1,
        next_look_at: sendAt ? null : new Date(now.getTime() + staleAfterMs),
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
    const known = snapshotOf(this.#vault, before);
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
    return this.#of(target).where('state', 'in', active).executeTakeFirst();
  }

  /** A patient's writes of one kind that were sent and are not settled. */
  async openOf(patient: string, kind: OperationKind): Promise<OpenRow[]> {
    const rows = await this.#db
      .selectFrom('operations')
      .selectAll()
      .where('patient', '=', patient)
      .where('kind', '=', kind)
      .where('state', 'in', open)
      .execute();
    return rows.map((row) => this.opened(row));
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
          where('state', 'in', active),
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

  /** A confirmed cancel that a later reading contradicts; null where it was corrected before. */
  async contradict(id: string, report: FailureReport, booking: Booking): Promise<OpenRow | null> {
    const row = await this.#db
      .updateTable('operations')
      .set({
        state: 'refused',
        report: JSON.stringify(report),
        snapshot: this.#vault.seal({ booking, hold: null }),
        settled_at: this.#clock(),
        next_look_at: null,
        context: null,
        to_tell: true,
      })
      .where('id', '=', id)
      .where('state', '=', 'confirmed')
      .where('kind', '=', 'cancel')
      .returningAll()
      .executeTakeFirst();
    return row ? this.opened(row) : null;
  }

  /** Confirmed cancels of a patient, with the booking as last seen: MIS does not list them any more. */
  async cancelled(patient: string): Promise<CancelledBooking[]> {
    const rows = await this.#db
      .selectFrom('operations')
      .selectAll()
      .where('patient', '=', patient)
      .where('kind', '=', 'cancel')
      .where('state', '=', 'confirmed')
      .execute();
    return rows.map((row) => ({
      operation: row.id,
      settledAt: row.settled_at,
      booking: cancelledBy(snapshotOf(this.#vault, row).booking, row.person),
    }));
  }

  opened(row: OperationRow): OpenRow {
    return openRow(this.#vault, row, this.#clock());
  }

  operationOf(row: OperationRow): Operation {
    return this.opened(row).operation;
  }

  #of({ patient, kind, target }: Pick<Intent, 'patient' | 'kind' | 'target'>) {
    return this.#db
      .selectFrom('operations')
      .selectAll()
      .where('patient', '=', patient)
      .where('kind', '=', kind)
      .where('target', '=', target);
  }
}
