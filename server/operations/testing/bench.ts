import { randomUUID } from 'node:crypto';
import type { HoldInput, Operation } from '#contract/operation.ts';
import type { Hold } from '#contract/slot.ts';
import { createVault } from '#server/session/vault.ts';
import type { Store } from '#server/store/store.ts';
import type { Upstreams } from '#server/upstreams/kit/ports.ts';
import { inventedPatient } from '#server/upstreams/kit/testing/invented-patient.ts';
import { Journal } from '../journal.ts';
import type { Asked, OperationDeps } from '../operation-deps.ts';
import { OperationRows } from '../operation-rows.ts';
import { ScheduledRows } from '../scheduled-rows.ts';
import type { FakeClock } from './fake-clock.ts';

const vault = createVault('a-secret-of-the-tests-of-more-than-32-characters');

export interface Bench extends OperationDeps {
  /** What was announced, in order. */
  readonly announced: Operation[];
}

/** One instance of the server, as far as operations see it. A second one over the same store is a restart, or a neighbour. */
export function benchOver(
  { db }: Pick<Store, 'db'>,
  upstreams: Upstreams,
  { now, pause }: Pick<FakeClock, 'now' | 'pause'>,
  announced: Operation[] = [],
): Bench {
  const rows = new OperationRows(db, vault, now);
  const scheduled = new ScheduledRows(db, rows, now);
  const journal = new Journal({
    rows,
    scheduled,
    pause,
    announce: async (operation) => {
      announced.push(operation);
    },
  });
  return {
    db,
    upstreams,
    journal,
    scheduled,
    vault,
    holdMinutes: 10,
    undoSeconds: 8,
    clock: now,
    pause,
    announced,
  };
}

/** Anna asks, with a key of her own unless she repeats one. */
export const asked = (given: Partial<Asked> = {}): Asked => ({
  actor: 'actor-anna',
  pseudonym: 'patient-anna',
  patient: inventedPatient,
  key: randomUUID(),
  session: 'session-1',
  ...given,
});

export const slotInput = (slotId: string): HoldInput => ({
  person: 'me',
  clinicId: 'clinic-1',
  doctorId: 'doctor-1',
  slotId,
});

/** The hold that an operation made; a test that has none is wrong. */
export function holdOf({ hold, state }: Operation): Hold {
  if (!hold) throw new Error(`There is no hold: the operation is ${state}`);
  return hold;
}

export async function emptied({ db }: Pick<Store, 'db'>): Promise<void> {
  await db.deleteFrom('operations').execute();
  await db.deleteFrom('holds').execute();
  await db.deleteFrom('known_requests').execute();
}
