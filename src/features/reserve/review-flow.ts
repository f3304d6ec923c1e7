import type { FailureReport, Operation } from '#contract/operation.ts';
import type { WriteState } from '#src/queries/write-flow.ts';
import { changedNothing } from './refusal.ts';

export type Decision = 'confirm' | 'release';

/** What the page of a kept time shows. One at a time. */
export type ReviewView =
  | { readonly show: 'review'; readonly notSent: FailureReport | null }
  /** The time is over and more of it was wished for: the same page, while the clinic is asked. */
  | { readonly show: 'asking' }
  | { readonly show: 'lapsed' }
  /** Decided elsewhere: in another tab, or by whoever else may act for this person. */
  | { readonly show: 'gone' }
  | { readonly show: 'sending'; readonly decision: Decision }
  | { readonly show: 'booked'; readonly operation: Operation }
  | { readonly show: 'released' }
  | { readonly show: 'refused'; readonly write: Extract<WriteState, { step: 'refused' }> }
  | {
      readonly show: 'unknown';
      readonly decision: Decision;
      readonly write: Extract<WriteState, { step: 'unknown' }>;
    };

/**
 * From the kept time to the booking or back. The clock decides only while nothing was pressed: an answer to a press is
 * waited for even past the end. `decision` is what was pressed last. `asksAgain`: it is asked for once more when it is over.
 */
export function reviewView(
  write: WriteState,
  decision: Decision,
  { secondsLeft, isKept, asksAgain }: { secondsLeft: number; isKept: boolean; asksAgain: boolean },
): ReviewView {
  const question = (notSent: FailureReport | null): ReviewView => {
    if (secondsLeft <= 0) return { show: asksAgain ? 'asking' : 'lapsed' };
    return isKept ? { show: 'review', notSent } : { show: 'gone' };
  };
  switch (write.step) {
    case 'ready':
      return question(null);
    case 'sending':
      return { show: 'sending', decision };
    case 'confirmed':
      return decision === 'confirm' ? { show: 'booked', operation: write.operation } : { show: 'released' };
    case 'refused':
      return changedNothing(write.report) ? question(write.report) : { show: 'refused', write };
    case 'unknown':
      return { show: 'unknown', decision, write };
  }
}
