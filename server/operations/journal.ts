import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { booking } from '#contract/booking.ts';
import { failureReport, type Operation, type OperationKind } from '#contract/operation.ts';
import { hold } from '#contract/slot.ts';
import type { Vault } from '#server/session/vault.ts';
import type { OperationRow } from '#server/store/schema.ts';
import type { Database } from '#server/store/store.ts';
import { PortalFailure } from './portal-failure.ts';
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
}

const snapshot = z.object({ booking: z.nullable(booking), hold: z.nullable(hold) });
type Snapshot = z.infer<typeof snapshot>;

const fingerprintOf = ({ kind, target, body }: Pick<Intent, 'kind' | 'target' | 'body'>) =>
  createHash('sha256')
    .update(JSON.stringify([kind, target, body]))
    .digest('base64url');

const emptySnapshot: Snapshot = { booking: null, hold: null };

/** Every write of the portal: its row is committed before the send, and is unique by key and by active intent. */
export class Journal {
  readonly #db: Database;
  readonly #vault: Vault;
  readonly #clock: () => Date;
  readonly #running = new Map<string, Promise<Operation>>();

  constructor(db: Database, vault: Vault, clock: () => Date) {
    this.#db = db;
    this.#vault = vault;
    this.#clock = clock;
  }

  /** Sends once for an intent. The same key, or another tab with the same target, gets that one's outcome. */
  async run(intent: Intent, send: (operationId: string) => Promise<Settled>): Promise<Operation> {
    const id = randomUUID();
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
        started_at: this.#clock(),
        settled_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!begun) return this.#join(intent);
    const running = send(id).then((settled) => this.settle(id, settled));
    this.#running.set(id, running);
    try {
      return await running;
    } finally {
      this.#running.delete(id);
    }
  }

  /** What this intent's key was answered already, so that a repeat needs nothing that the first one changed. */
  async answered(
    intent: Pick<Intent, 'actor' | 'key' | 'kind' | 'target' | 'body'>,
  ): Promise<Operation | null> {
    const row = await this.#byKey(intent);
    if (!row) return null;
    if (row.fingerprint !== fingerprintOf(intent)) throw new PortalFailure('portal.key-reused');
    return (await this.#running.get(row.id)) ?? this.#operationOf(row);
  }

  /** Writes how an operation ended, once: a final outcome is never overwritten. */
  async settle(id: string, { state, report, booking: seen, hold: kept }: Settled): Promise<Operation> {
    const before = await this.#row(id);
    const known = before ? this.#snapshotOf(before) : emptySnapshot;
    const row = await this.#db
      .updateTable('operations')
      .set({
        state,
        report: report ? JSON.stringify(report) : null,
        http_status: report?.upstream?.status ?? null,
        upstream_code: report?.upstream?.code ?? null,
        snapshot: this.#vault.seal({ booking: seen ?? known.booking, hold: kept ?? known.hold }),
        settled_at: state === 'unknown' ? null : this.#clock(),
      })
      .where('id', '=', id)
      .where('state', 'in', ['started', 'unknown'])
      .returningAll()
      .executeTakeFirst();
    const now = row ?? (await this.#row(id));
    if (!now) throw new Error('The operation is not in the journal');
    return this.#operationOf(now);
  }

  /** An operation of this actor, with what is needed to settle it; null for anybody else's. */
  async find(actor: string, id: string): Promise<{ operation: Operation; row: OperationRow } | null> {
    const row = await this.#row(id);
    return row?.actor === actor ? { operation: this.#operationOf(row), row } : null;
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
    return rows.map((row) => this.#snapshotOf(row).booking);
  }

  async #join(intent: Intent): Promise<Operation> {
    const answered = await this.answered(intent);
    if (answered) return answered;
    const active = await this.#db
      .selectFrom('operations')
      .selectAll()
      .where('patient', '=', intent.patient)
      .where('kind', '=', intent.kind)
      .where('target', '=', intent.target)
      .where('state', 'in', ['started', 'unknown'])
      .executeTakeFirst();
    if (!active) throw new PortalFailure('portal.unexpected');
    return (await this.#running.get(active.id)) ?? this.#operationOf(active);
  }

  #byKey({ actor, key }: Pick<Intent, 'actor' | 'key'>) {
    return this.#db
      .selectFrom('operations')
      .selectAll()
      .where('actor', '=', actor)
      .where('idempotency_key', '=', key)
      .executeTakeFirst();
  }

  #row(id: string) {
    return this.#db.selectFrom('operations').selectAll().where('id', '=', id).executeTakeFirst();
  }

  #snapshotOf(row: OperationRow): Snapshot {
    const parsed = snapshot.safeParse(row.snapshot === null ? null : this.#vault.open(row.snapshot));
    return parsed.success ? parsed.data : emptySnapshot;
  }

  #operationOf(row: OperationRow): Operation {
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
}
