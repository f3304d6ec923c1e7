import type { CancelVerdict } from '#contract/booking.ts';
import { failures } from '#contract/failures.ts';
import type { FailureReport, Operation } from '#contract/operation.ts';
import type { Instant } from '#contract/time.ts';
import type { WriteState } from '#src/queries/write-flow.ts';

type WhyNot = Extract<CancelVerdict, { allowed: false }>['reason'];

/** What the page shows. One at a time, and an answer wins over what the list says of the booking meanwhile. */
export type CancelView =
  | { readonly show: 'impossible'; readonly reason: WhyNot }
  /** `notSent`: the last press changed nothing, and the question stands as it was. */
  | { readonly show: 'question'; readonly notSent: FailureReport | null }
  /** `sendsInMs` is 0 while it is being sent. */
  | { readonly show: 'scheduled'; readonly operationId: string; readonly sendsInMs: number }
  | { readonly show: 'sending' }
  /** Taken back before it was sent: the booking is as it was. */
  | { readonly show: 'undone' }
  | { readonly show: 'cancelled'; readonly operation: Operation }
  | {
      readonly show: 'refused';
      readonly report: FailureReport;
      readonly operationId: string | null;
      readonly at: Instant;
    }
  | {
      readonly show: 'unknown';
      readonly report: FailureReport | null;
      readonly operationId: string | null;
      readonly at: Instant;
    };

/** Which page of the flow is open: question → scheduled → sending → cancelled | refused | unknown, or why there is no question. */
export function cancelView(verdict: CancelVerdict, write: WriteState): CancelView {
  switch (write.step) {
    case 'ready':
      return verdict.allowed
        ? { show: 'question', notSent: null }
        : { show: 'impossible', reason: verdict.reason };
    case 'sending':
      return { show: 'sending' };
    case 'confirmed':
      return { show: 'cancelled', operation: write.operation };
    case 'refused':
      if (write.report.failure === 'portal.undone') return { show: 'undone' };
      return changedNothing(write.report)
        ? { show: 'question', notSent: write.report }
        : { show: 'refused', report: write.report, operationId: write.operationId, at: write.at };
    case 'unknown':
      if (write.delay && write.operationId !== null)
        return {
          show: 'scheduled',
          operationId: write.operationId,
          sendsInMs: write.delay.sendsInMs,
        };
      return { show: 'unknown', report: write.report, operationId: write.operationId, at: write.at };
  }
}

/** The request did not get as far as the booking, so the person may simply press again. */
function changedNothing({ failure }: FailureReport): boolean {
  const { effect, next } = failures[failure];
  return effect === 'none' && (next === 'try-again' || next === 'wait' || next === 'correct-input');
}
