import type { Booking } from '#contract/booking.ts';

/** A booking's own name among all that are shown: two children may be at the same visit. */
export const bookingKey = ({ source, person, id }: Booking): string => `${source}/${person}/${id}`;
