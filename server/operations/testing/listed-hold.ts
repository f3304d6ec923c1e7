import { randomUUID } from 'node:crypto';
import type { Store } from '#server/store/store.ts';

/** This installation has seen its vendor list a hold (A14), so that a list without one means something. */
export const seenListedHold = ({ db }: Pick<Store, 'db'>) =>
  db
    .insertInto('holds')
    .values({
      id: randomUUID(),
      actor: 'actor-before',
      patient: 'patient-before',
      person: 'me',
      clinic: 'clinic-1',
      slot: 'slot-before',
      ticket: 'ticket-before',
      kept_until: new Date('2026-11-20T08:00:00.000Z'),
      state: 'lapsed',
      snapshot: '',
      operation: null,
      context: null,
      session: null,
      listed: true,
    })
    .execute();
