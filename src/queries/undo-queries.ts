import { useMutation, useQueryClient } from '@tanstack/react-query';
import { operation, type Operation } from '#contract/operation.ts';
import { operationPath, operationQueries, refreshAfterNews } from './operation-queries.ts';
import { portal, ProblemError } from './portal-client.ts';

export interface ScheduledWrite {
  readonly undo: () => void;
  readonly sendNow: () => void;
  readonly isUndoing: boolean;
  readonly isSending: boolean;
  /** The portal could not be reached: it stands as before. */
  readonly hasFailed: boolean;
}

/** What can be done with a write that the server sends when its undo delay is over. How it stands then, its operation says. */
export function useScheduledWrite(id: string): ScheduledWrite {
  const queryClient = useQueryClient();
  const { mutate, isPending, isError, variables } = useMutation({
    mutationFn: async (what: 'undo' | 'send'): Promise<Operation | null> => {
      try {
        return await portal.post({ path: `${operationPath(id)}/${what}`, schema: operation, body: {} });
      } catch (error) {
        // The clinic's refusal is an answer to what was sent, and the operation says it.
        if (error instanceof ProblemError && error.problem.operation === id) return null;
        throw error;
      }
    },
    networkMode: 'always',
    retry: false,
    onSuccess: (answer) => {
      if (answer) queryClient.setQueryData(operationQueries.untilSettled(id).queryKey, answer);
    },
    onSettled: () => refreshAfterNews(queryClient),
  });
  return {
    undo: () => mutate('undo'),
    sendNow: () => mutate('send'),
    isUndoing: isPending && variables === 'undo',
    isSending: isPending && variables === 'send',
    hasFailed: isError,
  };
}
