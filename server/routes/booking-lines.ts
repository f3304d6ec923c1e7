import type { IncomingHttpHeaders } from 'node:http';
import type { Booking } from '#contract/booking.ts';
import { nearestFirst } from '#contract/rules/booking-order.ts';
import { unreadableIn, type Rows } from '#server/upstreams/kit/rows.ts';

/** Newline-delimited JSON. */
export const linesType = 'application/x-ndjson';

/** The portal asks for lines; where the browser itself asks, it preloads for the portal, and names no type. */
export const takesLines = ({ accept, 'sec-fetch-dest': destination }: IncomingHttpHeaders): boolean =>
  (destination === 'empty' && accept === '*/*') || Boolean(accept?.includes(linesType));

/** One booking a line, first those that are seen first: the browser shows them while the others are still coming. */
export const bookingLines = (bookings: Rows<Booking>, now: Date): string => {
  const unreadable = unreadableIn(bookings);
  return [...nearestFirst(bookings, now), ...(unreadable > 0 ? [{ bookings: [], unreadable }] : [])]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
};
