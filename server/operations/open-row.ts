import { failureReport, type Operation } from '#contract/operation.ts';
import type { Vault } from '#server/session/vault.ts';
import type { OperationRow } from '#server/store/schema.ts';
import { context, type Context } from './context.ts';
import { emptySnapshot, snapshot, type Snapshot } from './intent.ts';

/** A confirmed cancel, and what it cancelled. */
export interface CancelledBooking {
  readonly operation: string;
  readonly settledAt: Date | null;
  readonly booking: Snapshot['booking'];
}

/** A row with what was sealed in it. `context` is null where it was sealed with another secret: nobody can settle it. */
export interface OpenRow {
  readonly row: OperationRow;
  readonly operation: Operation;
  readonly context: Context | null;
}

/** What was sealed in a row; nothing where it was sealed with another secret. */
export function snapshotOf(vault: Vault, row: OperationRow): Snapshot {
  const parsed = snapshot.safeParse(row.snapshot === null ? null : vault.open(row.snapshot));
  return parsed.success ? parsed.data : emptySnapshot;
}

/** A row as the portal and the reconciler see it. */
export function openRow(vault: Vault, row: OperationRow, now: Date): OpenRow {
  const parsed = context.safeParse(row.context === null ? null : vault.open(row.context));
  return {
    row,
    operation: {
      id: row.id,
      kind: row.kind,
      state: row.state,
      person: row.person,
      at: new Date(row.settled_at ?? row.started_at).toISOString(),
      report: row.report === null ? null : failureReport.parse(JSON.parse(row.report)),
      ...(row.state === 'scheduled' && row.send_at
        ? { sendsInMs: Math.max(0, row.send_at.getTime() - now.getTime()) }
        : {}),
      ...snapshotOf(vault, row),
    },
    context: parsed.success ? parsed.data : null,
  };
}
