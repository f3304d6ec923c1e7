import { randomUUID } from 'node:crypto';
import type { Booking } from '#contract/booking.ts';
import type { FailureReport, Operation } from '#contract/operation.ts';
import type { OperationRow } from '#server/store/schema.ts';
import { FailedAfterSend } from './failed-after-send.ts';
import { fingerprintOf, type Intent } from './intent.ts';
import type { OpenRow } from './open-row.ts';
import type { OperationRows } from './operation-rows.ts';
import type { ScheduledRows } from './scheduled-rows.ts';
import { PortalFailure } from './portal-failure.ts';
import type { Settled } from './settled.ts';

export interface JournalDeps {
  readonly rows: OperationRows;
  readonly scheduled: ScheduledRows;
  readonly pause: (milliseconds: number) => Promise<unknown>;
  /** Tells every instance that an operation of this patient stands otherwise than before. */
  readonly announce: (operation: Operation, patient: string) => Promise<void>;
}

const listedAgain: FailureReport = { failure: 'portal.listed-again', upstream: null, facts: {}, text: null };

/** How long a second instance waits for the first one's answer: as long as that one may work on it. */
const waitForAnswer = { every: 200, times: 45 };

/** Every write of the portal: its row is committed before the send, and is unique by key and by active intent. */
export class Journal {
  readonly rows: OperationRows;
  readonly #deps: JournalDeps;
  readonly #running = new Map<string, Promise<Operation>>();

  constructor(deps: JournalDeps) {
    this.rows = deps.rows;
    this.#deps = deps;
  }

  /** Sends once for an intent. The same key, or another tab with the same target, gets that one's outcome. */
  async run(intent: Intent, send: (operationId: string) => Promise<Settled>): Promise<Operation> {
    const id = randomUUID();
    if (!(await this.rows.begin(id, intent))) return this.#join(intent);
    return this.#work(
      id,
      send(id).then((settled) => this.settle(id, settled)),
    );
  }

  /** Writes an intent down that is sent at `sendAt`, unless it is undone before. The same key, or another tab, gets that one. */
  async schedule(intent: Intent, sendAt: Date): Promise<Operation> {
    const id = randomUUID();
    if (!(await this.rows.begin(id, intent, sendAt))) return this.#join(intent);
    const begun = await this.rows.byId(id);
    if (!begun) throw new Error('The operation is not in the journal');
    const operation = this.rows.operationOf(begun);
    await this.#deps.announce(operation, intent.patient);
    return operation;
  }

  /** Sends what was claimed from the schedule. Whoever asked may be gone: they are told in the list. */
  async sendClaimed({ row }: OpenRow, send: () => Promise<Settled>): Promise<Operation> {
    return this.#work(
      row.id,
      send().then((settled) => this.settle(row.id, settled, { late: true })),
    );
  }

  /** Takes a scheduled write back; answers how it stands, which is otherwise where it was sent before. */
  async undo({ row, operation }: OpenRow): Promise<Operation> {
    const undone = await this.#deps.scheduled.undo(row.id);
    if (undone) {
      await this.#deps.announce(undone.operation, row.patient);
      return undone.operation;
    }
    return (await this.current(row.id)) ?? operation;
  }

  /** How an operation stands, after the answer of a request that is working on it here. */
  async current(id: string): Promise<Operation | null> {
    const row = await this.rows.byId(id);
    return row ? this.#answerTo(row) : null;
  }

  async #work(id: string, running: Promise<Operation>): Promise<Operation> {
    this.#running.set(id, running);
    try {
      return await running;
    } catch (error) {
      throw error instanceof PortalFailure ? error : new FailedAfterSend(error);
    } finally {
      this.#running.delete(id);
    }
  }

  /**
   * What this intent's key was answered already, or else how its target stands that is not settled yet: a repeat needs nothing
   * that the first one changed, nor an upstream that can be read.
   */
  async answered(
    intent: Pick<Intent, 'actor' | 'patient' | 'key' | 'kind' | 'target' | 'body'>,
  ): Promise<Operation | null> {
    const own = await this.rows.byKey(intent);
    if (own && own.fingerprint !== fingerprintOf(intent)) throw new PortalFailure('portal.key-reused');
    const row = own ?? (await this.rows.active(intent));
    return row ? this.#answerTo(row) : null;
  }

  /**
   * Writes how an operation ended and says so to whoever waits. A final outcome is never overwritten by another. `late`: the
   * browser has had its answer, or never will, so that the person is still to be told.
   */
  async settle(
    id: string,
    settled: Settled,
    { late }: { late: boolean } = { late: false },
  ): Promise<Operation> {
    const { row, operation, changed } = await this.rows.settle(id, settled, { late });
    if (changed) await this.#deps.announce(operation, row.patient);
    return operation;
  }

  /** A confirmed cancel whose booking is listed as active later: the person is told, and nothing says "cancelled" any more. */
  async contradict(id: string, booking: Booking): Promise<void> {
    const corrected = await this.rows.contradict(id, listedAgain, booking);
    if (corrected) await this.#deps.announce(corrected.operation, corrected.row.patient);
  }

  /** The person has seen how it ended; their other tabs hear of it. */
  async told({ row, operation }: OpenRow): Promise<void> {
    await this.rows.told(row.id);
    await this.#deps.announce(operation, row.patient);
  }

  /** An operation of this actor; null for anybody else's. */
  async find(actor: string, id: string): Promise<OpenRow | null> {
    const row = await this.rows.byId(id);
    return row?.actor === actor ? this.rows.opened(row) : null;
  }

  async #join(intent: Intent): Promise<Operation> {
    const answered = await this.answered(intent);
    if (answered) return answered;
    // Settled just now, by the tab that was first.
    const other = await this.rows.latest(intent);
    if (!other) throw new PortalFailure('portal.unexpected');
    return this.#answerTo(other);
  }

  /** The answer of a row that another request, perhaps of another instance, is still working on. */
  async #answerTo(row: OperationRow): Promise<Operation> {
    const running = this.#running.get(row.id);
    if (running) return running;
    let now = row;
    for (let waits = 0; now.state === 'started' && waits < waitForAnswer.times; waits += 1) {
      await this.#deps.pause(waitForAnswer.every);
      now = (await this.rows.byId(row.id)) ?? now;
    }
    return this.rows.operationOf(now);
  }
}
