import type { Earliest } from '#contract/earliest.ts';
import type { Slot } from '#contract/slot.ts';
import type { Wanted } from './wanted.ts';

/** The first free time with whoever is waited for, and whose it is. */
export function firstFree(
  { offers }: Earliest,
  { speciality, doctor: wanted }: Pick<Wanted, 'speciality' | 'doctor'>,
): { slot: Slot; doctor: string } | null {
  const [first] = offers
    .filter(({ speciality: { id } }) => id === speciality.id)
    .filter(({ doctor: { id } }) => wanted === null || id === wanted.id)
    .flatMap(({ doctor, slots }) => slots.map((slot) => ({ slot, doctor: doctor.id })))
    .toSorted((one, other) => Date.parse(one.slot.starts.at) - Date.parse(other.slot.starts.at));
  return first ?? null;
}
