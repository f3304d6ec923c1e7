import type { Booking } from '#contract/booking.ts';

/** `page`: whatever paper the printer has. `slip`: 80 mm wide, as ticket printers have it. */
export type Paper = 'page' | 'slip';

export interface SheetProps {
  readonly booking: Booking;
  readonly paper: Paper;
}
