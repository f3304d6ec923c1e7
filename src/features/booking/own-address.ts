import type { Booking } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import { paths } from '#src/paths.ts';

/**
 * Where a booking is found by whoever has it on paper: its address and nothing else. A child keeps its place in the parent's
 * session; anybody else acts for themselves first, and a registrar's name for a patient means nothing to the patient.
 */
export function ownAddress(booking: Booking, relation: Person['relation'], origin: string): string {
  const page = new URL(paths.booking.to(booking), origin);
  page.search = relation === 'child' ? new URLSearchParams({ person: booking.person }).toString() : '';
  return page.href;
}
