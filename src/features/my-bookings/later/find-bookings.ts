import type { Booking } from '#contract/booking.ts';
import { facets, type Facet, type Filter } from '../address-filter.ts';

const valueOf: Record<Facet, (booking: Booking) => string | null> = {
  kind: ({ kind }) => kind,
  clinic: ({ place }) => place?.name ?? null,
  speciality: ({ who }) => who?.role ?? null,
  doctor: ({ who }) => who?.name ?? null,
};

/** Every answer to one question that these bookings know, each once. */
export const answersOf = (bookings: readonly Booking[], facet: Facet): readonly string[] => [
  ...new Set(bookings.map(valueOf[facet]).filter((value) => value !== null)),
];

/** Those that have everything that was chosen. */
export const narrowed = (bookings: readonly Booking[], filter: Filter): readonly Booking[] => {
  const chosen = facets.filter((facet) => filter[facet] !== undefined);
  if (chosen.length === 0) return bookings;
  return bookings.filter((booking) => chosen.every((facet) => valueOf[facet](booking) === filter[facet]));
};

/** As people type: «ё» is «е», and capitals do not matter. */
export const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').trim();

/** Those whose words contain every word that was typed, in any order. `said` is what is shown of a booking, made plain. */
export function found(
  bookings: readonly Booking[],
  typed: string,
  said: (booking: Booking) => string,
): readonly Booking[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return bookings;
  return bookings.filter((booking) => {
    const words = said(booking);
    return wanted.every((word) => words.includes(word));
  });
}
