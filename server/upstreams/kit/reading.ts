import type { Booking } from '#contract/booking.ts';
import { ReadFailure } from './read-failure.ts';
import type { Ticket } from './ticket.ts';

/**
 * What one reading of an upstream shows of a booking. `covered`: the same answer holds other records of the place where the
 * booking would stand, so that this place did answer, and every record of it could be read. A list is gathered from systems of which some may be offline: without
 * coverage an absence proves nothing, and with it it is evidence, not yet proof (docs/decisions/0028).
 */
export type Reading =
  | { readonly kind: 'listed'; readonly booking: Booking }
  | { readonly kind: 'absent'; readonly covered: boolean };

/** A patient's tickets in a cell, holds and visits alike: the wire does not tell them apart (A14). `covered` as in `Reading`. */
export interface CellReading {
  readonly tickets: readonly Ticket[];
  readonly covered: boolean;
}

export const listed = (booking: Booking): Reading => ({ kind: 'listed', booking });
export const absent = (covered: boolean): Reading => ({ kind: 'absent', covered });

/** What an upstream is seen to have; `unreadable` where it cannot be asked now. Whatever else goes wrong is ours, and is thrown. */
export const readingOf = <T>(reading: Promise<T>): Promise<T | 'unreadable'> =>
  reading.catch((error: unknown) => {
    if (error instanceof ReadFailure) return 'unreadable' as const;
    throw error;
  });
