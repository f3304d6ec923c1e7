import { createHash } from 'node:crypto';
import { z } from 'zod';
import { booking } from '#contract/booking.ts';
import type { OperationKind } from '#contract/operation.ts';
import { hold } from '#contract/slot.ts';
import type { Context } from './context.ts';

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

export const snapshot = z.object({ booking: z.nullable(booking), hold: z.nullable(hold) });
export type Snapshot = z.infer<typeof snapshot>;
export const emptySnapshot: Snapshot = { booking: null, hold: null };

export const fingerprintOf = ({ kind, target, body }: Pick<Intent, 'kind' | 'target' | 'body'>) =>
  createHash('sha256')
    .update(JSON.stringify([kind, target, body]))
    .digest('base64url');
