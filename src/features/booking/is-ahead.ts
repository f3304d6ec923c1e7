import type { Booking } from '#contract/booking.ts';

/** Whether somebody still has to be somewhere: it is on, and its time has not come. */
export const isAhead = ({ status, starts }: Pick<Booking, 'status' | 'starts'>, now: Date): boolean =>
  (status.kind === 'booked' || status.kind === 'new') &&
  starts !== null &&
  Date.parse(starts.at) > now.getTime();
