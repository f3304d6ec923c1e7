import type { Earliest } from '#contract/earliest.ts';
import type { Doctor, Slot } from '#contract/slot.ts';
import type { Wanted } from './wanted.ts';

/** The first free time with whoever is waited for, and whose it is. */
export function firstFree(
  { offers }: Earliest,
  { speciality, doctor: wanted }: Pick<Wanted, 'speciality' | 'doctor'>,
): { slot: Slot; doctor: Doctor } | null {
  const [first] = offers
    .filter((offer) => offer.speciality.id === speciality.id)
    .filter(({ doctor }) => wanted === null || doctor.id === wanted.id)
    .flatMap(({ doctor, slots }) => slots.map((slot) => ({ slot, doctor })))
    .toSorted((one, other) => Date.parse(one.slot.starts.at) - Date.parse(other.slot.starts.at));
  return first ?? null;
}
