import { queryOptions } from '@tanstack/react-query';
import { operation, type HoldInput } from '#contract/operation.ts';
import { currentHold } from '#contract/slot.ts';
import { portal } from './portal-client.ts';
import { sendWrite } from './send-write.ts';

const path = (holdId: string) => `/api/holds/${encodeURIComponent(holdId)}`;

export const holdQueries = {
  all: () => ['holds'] as const,
  /** The time that is kept for a person now, or one of several by its id, with the server's own clock to count down by. */
  current: (person: string, id?: string) =>
    queryOptions({
      queryKey: [...holdQueries.all(), 'current', person, id],
      queryFn: async ({ signal }) => {
        const answer = await portal.get({
          path: '/api/holds/current',
          schema: currentHold,
          search: { person, id },
          signal,
        });
        return { ...answer, receivedAt: Date.now() };
      },
      staleTime: 0,
    }),
};

/** Keeps a time for a person. */
export const sendHold = (body: HoldInput, key: string) =>
  sendWrite(() => portal.post({ path: '/api/holds', schema: operation, body, key }));

/** Makes a booking of a kept time, or gives it back. */
export const sendDecision = (
  { holdId, decision }: { holdId: string; decision: 'confirm' | 'release' },
  key: string,
) =>
  sendWrite(() =>
    decision === 'confirm'
      ? portal.post({ path: `${path(holdId)}/confirm`, schema: operation, body: {}, key })
      : portal.delete({ path: path(holdId), schema: operation, key }),
  );
