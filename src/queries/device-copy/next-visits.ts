import type { Booking } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import type { PlaceTime } from '#contract/time.ts';
import type { KeptVisit } from './copy-store.ts';

/** As many as a glance takes in. */
export const atMost = 5;

const on: ReadonlySet<Booking['status']['kind']> = new Set(['booked', 'new', 'in-progress']);

/** Whether its day is not over yet by the clock of its place: whoever is late still looks for the room. */
export const isStillAhead = (starts: PlaceTime, now: Date): boolean =>
  placeDay(starts) >= placeDay({ at: now.toISOString(), offset: starts.offset });

/** The next visits that are certain to take place, the soonest first, reduced to what one needs to get there. */
export function nextVisits(
  bookings: readonly Booking[],
  people: readonly Person[],
  now: Date,
): readonly KeptVisit[] {
  return bookings
    .flatMap((booking) => keptOf(booking, people))
    .filter(({ starts }) => isStillAhead(starts, now))
    .sort((a, b) => Date.parse(a.starts.at) - Date.parse(b.starts.at) || a.id.localeCompare(b.id))
    .slice(0, atMost);
}

function keptOf(booking: Booking, people: readonly Person[]): KeptVisit[] {
  const { kind, starts, who, place, source, person, id } = booking;
  if (!starts || kind === 'appointment-request' || !on.has(booking.status.kind)) return [];
  return [
    {
      id: `${source}/${person}/${id}`,
      kind,
      visitType: kind === 'visit' ? booking.visitType : null,
      starts,
      place: place && { name: place.name, address: place.address, phone: place.phone },
      who: who && { name: who.name, role: who.role },
      ticketNumber: kind === 'clinic-visit' ? booking.ticketNumber : null,
      room: kind === 'clinic-visit' ? booking.room : null,
      floor: kind === 'clinic-visit' ? booking.floor : null,
      person: people.length > 1 ? (people.find(({ ref }) => ref === person)?.name ?? null) : null,
    },
  ];
}
