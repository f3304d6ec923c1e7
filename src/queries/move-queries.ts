import { queryOptions } from '@tanstack/react-query';
import { moveTimes, operation, type MoveInput } from '#contract/operation.ts';
import { bookingQueries } from './booking-queries.ts';
import { portal } from './portal-client.ts';
import { sendWrite } from './send-write.ts';

const path = (id: string, what: string) => `/api/bookings/visits/${encodeURIComponent(id)}/${what}`;

export const moveQueries = {
  /** The times that a visit may be moved to. They go with the bookings: a write may have changed them. */
  times: (id: string, person: string) =>
    queryOptions({
      queryKey: [...bookingQueries.all(), 'move-times', person, id],
      queryFn: ({ signal }) =>
        portal.get({ path: path(id, 'times'), schema: moveTimes, search: { person }, signal }),
      staleTime: 0,
    }),
};

/** Moves a visit to another time. */
export const sendMove = ({ id, ...body }: MoveInput & { id: string }, key: string) =>
  sendWrite(() => portal.post({ path: path(id, 'move'), schema: operation, body, key }));
