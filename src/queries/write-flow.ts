import type { FailureReport, Operation } from '#contract/operation.ts';

/** What came of one write, whatever way we learned it. */
export type WriteOutcome =
  | { readonly state: 'confirmed'; readonly operation: Operation }
  | {
      readonly state: 'refused';
      readonly report: FailureReport;
      readonly operationId: string | null;
      /** Message ids of the fields that were wrong, by field name. */
      readonly fields: Readonly<Record<string, string>>;
      /** Provably nothing left this browser or the portal: the same attempt may be sent again. */
      readonly notSent: boolean;
    }
  /** Sent, and no proof came back. Not a failure: it may have happened. Without an id the portal never answered. */
  | {
      readonly state: 'unknown';
      readonly operationId: string | null;
      readonly report: FailureReport | null;
    };

/**
 * One attempt at a write. `key` is the attempt's idempotency key: made when the page opens, kept while the outcome is
 * open, and new once there is a final outcome.
 */
export type WriteState =
  | { readonly step: 'ready'; readonly key: string }
  | { readonly step: 'sending'; readonly key: string }
  | { readonly step: 'confirmed'; readonly operation: Operation }
  | {
      readonly step: 'refused';
      readonly key: string;
      readonly report: FailureReport;
      readonly operationId: string | null;
      readonly fields: Readonly<Record<string, string>>;
    }
  | {
      readonly step: 'unknown';
      readonly key: string;
      readonly operationId: string | null;
      readonly report: FailureReport | null;
    };

export type WriteEvent =
  | { readonly type: 'submitted' }
  | { readonly type: 'answered'; readonly outcome: WriteOutcome; readonly newKey: string }
  /** Back to the question after a final refusal. */
  | { readonly type: 'reopened' };

export const firstState = (key: string): WriteState => ({ step: 'ready', key });

/** The flow of every write: ready → sending → confirmed | refused | unknown. A second press changes nothing. */
export function writeFlow(state: WriteState, event: WriteEvent): WriteState {
  switch (event.type) {
    case 'submitted':
      return state.step === 'ready' || state.step === 'refused' || isLost(state)
        ? { step: 'sending', key: state.key }
        : state;
    case 'answered':
      return state.step === 'sending' ? stateOf(event.outcome, state.key, event.newKey) : state;
    case 'reopened':
      return state.step === 'refused' ? { step: 'ready', key: state.key } : state;
  }
}

/** The portal never answered, so nobody can be asked what became of it but by sending the same attempt again. */
export const isLost = (state: WriteState): state is Extract<WriteState, { step: 'unknown' }> =>
  state.step === 'unknown' && state.operationId === null;

/** The state as the journal has it now: an unknown outcome is replaced by the truth once that is known. */
export function withTruth(state: WriteState, operation: Operation | undefined, newKey: string): WriteState {
  if (state.step !== 'unknown' || !operation || operation.id !== state.operationId) return state;
  const outcome = outcomeOf(operation);
  return outcome.state === 'unknown'
    ? { ...state, report: outcome.report ?? state.report }
    : stateOf(outcome, state.key, newKey);
}

/** What a row of the journal says. A refusal without a report is not an answer, so it stays unknown. */
export function outcomeOf(operation: Operation): WriteOutcome {
  if (operation.state === 'confirmed') return { state: 'confirmed', operation };
  if (operation.state === 'refused' && operation.report)
    return {
      state: 'refused',
      report: operation.report,
      operationId: operation.id,
      fields: {},
      notSent: operation.report.failure === 'portal.not-sent',
    };
  return { state: 'unknown', operationId: operation.id, report: operation.report };
}

function stateOf(outcome: WriteOutcome, key: string, newKey: string): WriteState {
  switch (outcome.state) {
    case 'confirmed':
      return { step: 'confirmed', operation: outcome.operation };
    case 'unknown':
      return { step: 'unknown', key, operationId: outcome.operationId, report: outcome.report };
    case 'refused':
      return {
        step: 'refused',
        // The portal remembers an answered key, so only an attempt that never left keeps it.
        key: outcome.notSent && outcome.operationId === null ? key : newKey,
        report: outcome.report,
        operationId: outcome.operationId,
        fields: outcome.fields,
      };
  }
}
