import type { FailureReport, Operation } from '#contract/operation.ts';
import type { Instant } from '#contract/time.ts';

/** What came of one write, whatever way we learned it. */
export type WriteOutcome =
  | { readonly state: 'confirmed'; readonly operation: Operation }
  | {
      readonly state: 'refused';
      readonly report: FailureReport;
      readonly operationId: string | null;
      /** Message ids of the fields that were wrong, by field name. */
      readonly fields: Readonly<Record<string, string>>;
    }
  /** Sent, and no proof came back. Not a failure: it may have happened. Without an id the portal never answered. */
  | {
      readonly state: 'unknown';
      readonly operationId: string | null;
      readonly report: FailureReport | null;
      readonly delay?: UndoDelay | undefined;
    };

/** The server keeps it, and sends it when the time is over. */
export interface UndoDelay {
  /** Counted from the answer that said so; 0 while it is being sent, when there is nothing to undo any more. */
  readonly sendsInMs: number;
}

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
      /** When the answer came, for support. */
      readonly at: Instant;
      readonly report: FailureReport;
      readonly operationId: string | null;
      readonly fields: Readonly<Record<string, string>>;
    }
  | {
      readonly step: 'unknown';
      readonly key: string;
      readonly at: Instant;
      /** The key of the attempt that may follow once this one is settled. */
      readonly nextKey: string;
      readonly operationId: string | null;
      readonly report: FailureReport | null;
      readonly delay?: UndoDelay | undefined;
    };

export type WriteEvent =
  /** `key` is the one of the state that was shown when it was pressed. */
  | { readonly type: 'submitted'; readonly key: string }
  | {
      readonly type: 'answered';
      readonly outcome: WriteOutcome;
      readonly newKey: string;
      readonly at: Instant;
    }
  /** Back to the question after a refusal, whichever way that was learned. */
  | { readonly type: 'reopened'; readonly key: string };

/** `found`: this very write is under way already, from before a reload or in another tab, and is taken up where it stands. */
export function firstState(
  key: string,
  found?: { readonly operation: Operation; readonly nextKey: string },
): WriteState {
  if (!found) return { step: 'ready', key };
  const { operation, nextKey } = found;
  return stateOf(outcomeOf(operation), key, { newKey: nextKey, at: operation.at });
}

/** The flow of every write: ready → sending → confirmed | refused | unknown. A second press changes nothing. */
export function writeFlow(state: WriteState, event: WriteEvent): WriteState {
  switch (event.type) {
    case 'submitted':
      return mayBeSent(state, event.key) ? { step: 'sending', key: event.key } : state;
    case 'answered':
      return state.step === 'sending' ? stateOf(event.outcome, state.key, event) : state;
    case 'reopened':
      return state.step === 'sending' || state.step === 'confirmed' ? state : firstState(event.key);
  }
}

/** An attempt that is being settled is not sent again; the one that follows its settlement has another key. */
function mayBeSent(state: WriteState, key: string): boolean {
  if (state.step === 'unknown') return isLost(state) || key !== state.key;
  return state.step === 'ready' || state.step === 'refused';
}

/** The portal never answered, so nobody can be asked what became of it but by sending the same attempt again. */
export const isLost = (state: WriteState): boolean => state.step === 'unknown' && state.operationId === null;

/** The state as the journal has it now: an unknown outcome is replaced by the truth once that is known. */
export function withTruth(state: WriteState, operation: Operation | undefined): WriteState {
  if (state.step !== 'unknown' || !operation || operation.id !== state.operationId) return state;
  const outcome = outcomeOf(operation);
  return outcome.state === 'unknown'
    ? {
        ...state,
        report: outcome.report ?? state.report,
        delay: delayNow(state.delay, operation, outcome.delay),
      }
    : stateOf(outcome, state.key, { newKey: state.nextKey, at: operation.at });
}

/** While it is being sent nothing can be undone any more; once that came to nothing certain it is as any open outcome. */
function delayNow(state: UndoDelay | undefined, { state: now }: Operation, read: UndoDelay | undefined) {
  if (read) return read;
  return state && now === 'started' ? { sendsInMs: 0 } : undefined;
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
    };
  const { id: operationId, report, sendsInMs } = operation;
  return {
    state: 'unknown',
    operationId,
    report,
    ...(sendsInMs !== undefined && { delay: { sendsInMs } }),
  };
}

function stateOf(
  outcome: WriteOutcome,
  key: string,
  { newKey, at }: { newKey: string; at: Instant },
): WriteState {
  switch (outcome.state) {
    case 'confirmed':
      return { step: 'confirmed', operation: outcome.operation };
    case 'unknown':
      return {
        step: 'unknown',
        key,
        at,
        nextKey: newKey,
        operationId: outcome.operationId,
        report: outcome.report,
        delay: outcome.delay,
      };
    case 'refused':
      return {
        step: 'refused',
        at,
        // What has no row in the journal never became an attempt, so it may go out under the same key.
        key: outcome.operationId === null && outcome.report.failure !== 'portal.key-reused' ? key : newKey,
        report: outcome.report,
        operationId: outcome.operationId,
        fields: outcome.fields,
      };
  }
}
