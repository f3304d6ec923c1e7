import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useRef, useState } from 'react';
import type { Operation } from '#contract/operation.ts';
import { operationQueries, refreshAfterWrite, sayThatSeen } from './operation-queries.ts';
import {
  firstState,
  isLost,
  withTruth,
  writeFlow,
  type WriteOutcome,
  type WriteState,
} from './write-flow.ts';

export interface Write<Input> {
  /** Where the attempt stands; an unknown outcome turns into the truth by itself once the journal has it. */
  readonly state: WriteState;
  /** What was sent last. */
  readonly sent: Input | null;
  /** Sends the attempt. A second press while it is under way does nothing. */
  readonly submit: (input: Input) => void;
  /** Sends what was sent last once more: the same attempt while its outcome is open, so nothing happens twice. */
  readonly again: () => void;
  /** Back to the question after a refusal. */
  readonly reopen: () => void;
}

/**
 * One write, from the page that asks to the truth about it. `send` never throws. Nothing is retried and nothing waits
 * for a connection: what could not be sent is said at once. Afterwards everything shown is read again. `found` is the same
 * write from before a reload: its outcome is shown, and it is not sent again.
 */
export function useWrite<Input>(
  send: (input: Input, key: string) => Promise<WriteOutcome>,
  { found }: { found?: Operation | undefined } = {},
): Write<Input> {
  const queryClient = useQueryClient();
  const [state, dispatch] = useReducer(writeFlow, undefined, () =>
    firstState(crypto.randomUUID(), found && { operation: found, nextKey: crypto.randomUUID() }),
  );
  const underWay = useRef(false);
  const [sent, setSent] = useState<Input | null>(null);

  const { mutate } = useMutation({
    mutationFn: ({ input, key }: { input: Input; key: string }) => send(input, key),
    networkMode: 'always',
    retry: false,
    onSuccess: (outcome) =>
      dispatch({ type: 'answered', outcome, newKey: crypto.randomUUID(), at: new Date().toISOString() }),
    onSettled: () => {
      underWay.current = false;
      return refreshAfterWrite(queryClient);
    },
  });

  const operationId = state.step === 'unknown' ? state.operationId : null;
  const { data: operation } = useQuery(operationQueries.untilSettled(operationId));
  const shown = withTruth(state, operation);

  const learned = shown !== state && shown.step !== 'unknown';
  useEffect(() => {
    if (learned) void refreshAfterWrite(queryClient);
  }, [learned, queryClient]);

  const toTell = found && state.step !== 'unknown' ? found.id : learned ? operationId : null;
  useEffect(() => {
    if (toTell !== null) void sayThatSeen(queryClient, toTell);
  }, [toTell, queryClient]);

  const submit = (input: Input) => {
    // The state of this render may be old when two presses come at once; the ref is not.
    if (underWay.current || shown.step === 'sending' || shown.step === 'confirmed') return;
    if (shown.step === 'unknown' && !isLost(shown)) return;
    underWay.current = true;
    setSent(input);
    dispatch({ type: 'submitted', key: shown.key });
    mutate({ input, key: shown.key });
  };

  return {
    state: shown,
    sent,
    submit,
    again: () => {
      if (sent !== null) submit(sent);
    },
    reopen: () => {
      if (shown.step === 'refused') dispatch({ type: 'reopened', key: shown.key });
    },
  };
}
