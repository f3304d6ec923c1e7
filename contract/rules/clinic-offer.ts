import type { Person } from '../person.ts';
import type { Clinic } from '../slot.ts';
import type { CalendarDay } from '../time.ts';
import { ageCategoryOn } from './age-category.ts';

/** Whether a clinic can be chosen for somebody, and if not, why not. */
export type ClinicOffer =
  | { readonly offered: true; readonly note: 'mostly-adults' | null }
  | { readonly offered: false; readonly reason: 'offline' | 'only-children' };

/**
 * A children's clinic refuses everybody from the 18th birthday (4005). No clinic for adults is documented to refuse a child,
 * so it is offered with a word of caution. `today` because age only grows: who is 18 today is 18 on every day to come.
 */
export function clinicOffer(
  clinic: Pick<Clinic, 'online' | 'forChildren'>,
  person: Pick<Person, 'birthDate'>,
  today: CalendarDay,
): ClinicOffer {
  const adult = ageCategoryOn(person.birthDate, today) === 'ADULT';
  if (clinic.forChildren && adult) return { offered: false, reason: 'only-children' };
  if (!clinic.online) return { offered: false, reason: 'offline' };
  return { offered: true, note: clinic.forChildren || adult ? null : 'mostly-adults' };
}

/** Clinics that can be chosen first, those made for this age before the others; otherwise in the order they came. */
export function inOfferOrder<T extends { readonly offer: ClinicOffer }>(clinics: readonly T[]): readonly T[] {
  const rank = ({ offer }: T) => (offer.offered ? (offer.note ? 1 : 0) : 2);
  return clinics.toSorted((a, b) => rank(a) - rank(b));
}
