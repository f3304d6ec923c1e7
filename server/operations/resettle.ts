import type { Operation } from '#contract/operation.ts';
import type { Patient } from '#server/upstreams/kit/patient.ts';
import { rereadBooking, type BookingDeps } from './bookings.ts';
import { resettleCancel } from './settle-cancel.ts';

/** A `started` row older than this has lost its runner: a crash, not patience. */
const staleMs = 30_000;
const betweenLooksMs = 2_000;

export interface ResettleDeps extends BookingDeps {
  readonly clock: () => Date;
}

/** Looks again at operations that are not settled, when somebody asks; at most every two seconds for each. It only reads. */
export class Resettler {
  readonly #deps: ResettleDeps;
  readonly #lastLook = new Map<string, number>();

  constructor(deps: ResettleDeps) {
    this.#deps = deps;
  }

  async look(operation: Operation, patient: Patient, pseudonym: string): Promise<Operation> {
    const { journal, clock } = this.#deps;
    const now = clock().getTime();
    const waiting =
      operation.state === 'unknown' ||
      (operation.state === 'started' && now - Date.parse(operation.at) > staleMs);
    if (!waiting || now - (this.#lastLook.get(operation.id) ?? 0) < betweenLooksMs) return operation;
    this.#lastLook.set(operation.id, now);
    const { booking: before, kind } = operation;
    if (kind !== 'cancel' || !before) return operation;
    const settled = await resettleCancel(
      before,
      () => rereadBooking(this.#deps, before, patient, pseudonym, clock()),
      operation.report,
      clock,
    );
    if (settled.state === 'confirmed') this.#lastLook.delete(operation.id);
    return journal.settle(operation.id, settled);
  }
}
