import type { OperationRow } from '#server/store/schema.ts';
import type { Context } from './context.ts';
import type { OpenRow } from './open-row.ts';

/** An open outcome with what is needed to find the truth of it. */
export interface Look {
  readonly row: OperationRow;
  readonly operation: OpenRow['operation'];
  readonly context: Context;
  /** So long after the write that a reading which shows no effect is believed. */
  readonly believed: boolean;
}
