import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { operation, orders, type RequestInput } from '#contract/operation.ts';
import { portal } from './portal-client.ts';
import { sendWrite } from './send-write.ts';

export const requestQueries = {
  /** The orders that a person may ask a technician for. */
  orders: (person: string) =>
    queryOptions({
      queryKey: ['orders', person],
      queryFn: ({ signal }) =>
        portal.get({ path: '/api/orders', schema: orders, search: { person }, signal }),
    }),
};

/** Asks for times. For a registrar, who types the order's number, the portal first takes note of it. */
export const sendRequest = ({ input, typed }: { input: RequestInput; typed: boolean }, key: string) =>
  sendWrite(async () => {
    if (typed) {
      const { person, orderId } = input;
      await portal.post({
        path: '/api/desk/orders',
        schema: z.unknown(),
        body: { person, orderId },
        key: crypto.randomUUID(),
      });
    }
    return portal.post({ path: '/api/requests', schema: operation, body: input, key });
  });

export const sendTime = (
  { requestId, person, timeId }: { requestId: string; person: string; timeId: string },
  key: string,
) =>
  sendWrite(() =>
    portal.post({
      path: `/api/requests/${encodeURIComponent(requestId)}/book`,
      schema: operation,
      body: { person, timeId },
      key,
    }),
  );
