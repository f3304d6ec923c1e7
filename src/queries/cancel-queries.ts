import { queryOptions } from '@tanstack/react-query';
import type { Source } from '#contract/booking.ts';
import { homeCallReasons, operation, type CancelInput } from '#contract/operation.ts';
import { portal } from './portal-client.ts';
import { sendWrite } from './send-write.ts';

export const cancelQueries = {
  /** The clinic's own dictionary of reasons for cancelling a home call. */
  homeCallReasons: () =>
    queryOptions({
      queryKey: ['home-call-reasons'],
      queryFn: ({ signal }) =>
        portal.get({ path: '/api/home-call-reasons', schema: homeCallReasons, signal }),
      staleTime: Infinity,
    }),
};

export interface Cancel {
  readonly source: Source;
  readonly id: string;
  readonly input: CancelInput;
}

export const sendCancel = ({ source, id, input }: Cancel, key: string) =>
  sendWrite(() =>
    portal.post({
      path: `/api/bookings/${source}/${encodeURIComponent(id)}/cancel`,
      schema: operation,
      body: input,
      key,
    }),
  );
