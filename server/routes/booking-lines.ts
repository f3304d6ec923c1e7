import type { IncomingHttpHeaders } from 'node:http';
import type { Booking } from '#contract/booking.ts';
import { nearestFirst } from '#contract/rules/booking-order.ts';

/** Newline-delimited JSON. */
export const linesType = 'application/x-ndjson';

/** The portal asks for lines; where the browser itself asks, it preloads for the portal, and names no type. */
export const takesLines = ({ accept, 'sec-fetch-dest': destination }: IncomingHttpHeaders): boolean =>
  (destination === 'empty' && accept === '*/*') || Boolean(accept?.includes(linesType));

/** One booking a line, first those that are seen first: the browser shows them while the others are still coming. */
export const bookingLines = (bookings: readonly Booking[], now: Date): string =>
  nearestFirst(bookings, now)
    .map((booking) => `${JSON.stringify(booking)}\n`)
    .join('');
