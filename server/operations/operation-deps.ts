import type { Vault } from '#server/session/vault.ts';
import type { Database } from '#server/store/store.ts';
import type { Patient } from '#server/upstreams/kit/patient.ts';
import type { Upstreams } from '#server/upstreams/kit/ports.ts';
import type { Journal } from './journal.ts';
import type { ScheduledRows } from './scheduled-rows.ts';

/** What every operation works with. */
export interface OperationDeps {
  readonly db: Database;
  readonly upstreams: Upstreams;
  readonly journal: Journal;
  readonly scheduled: ScheduledRows;
  readonly vault: Vault;
  readonly holdMinutes: number;
  /** How long a cancel that can be undone waits before it is sent. */
  readonly undoSeconds: number;
  readonly clock: () => Date;
  /** Waits between two readings of an upstream; an argument, so that tests need not. */
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

/** Who asks for a write, for whom, and with which key of the browser's. */
export interface Asked {
  /** Pseudonyms: who is signed in, and whom it is for. */
  readonly actor: string;
  readonly pseudonym: string;
  readonly patient: Patient;
  readonly key: string;
  /** The session that asks: holds that it leaves behind are given back. Null for the server's own doing. */
  readonly session: string | null;
  /** The desk of the registrar who asks; absent where patients ask for themselves or their children. */
  readonly desk?: { readonly clinic: string | null } | undefined;
}

export const worldOf = ({ world }: Patient) => world ?? 'main';
