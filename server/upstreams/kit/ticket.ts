import type { Place } from '#contract/booking.ts';
import type { PlaceTime } from '#contract/time.ts';

/** What a reservation or a confirmation answers: the ticket. With `fullResponse=false` only the number and the id come. */
export interface Ticket {
  readonly ticketId: string;
  readonly number: string | null;
  readonly slotId: string | null;
  readonly starts: PlaceTime | null;
  readonly ends: PlaceTime | null;
  readonly place: Place;
  readonly doctorName: string | null;
  readonly speciality: string | null;
  /** When the record was made (`dateOfAppointment`), an instant. */
  readonly madeAt: string | null;
}
