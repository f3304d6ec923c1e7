import type { FailureReport } from '#contract/operation.ts';

/**
 * The truth about one write.
 * `refused` also covers what was provably never sent (`portal.not-sent`).
 * `unknown` is everything that proves neither: settled by re-reading, never guessed.
 */
export type WriteOutcome<T> =
  | {
      readonly kind: 'confirmed';
      readonly value: T;
      readonly status: number | null;
      readonly code: string | null;
    }
  | { readonly kind: 'refused'; readonly report: FailureReport }
  | { readonly kind: 'unknown'; readonly report: FailureReport };
