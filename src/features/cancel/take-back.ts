import type { Booking } from '#contract/booking.ts';
import type { Speciality } from '#contract/slot.ts';
import { isOfSpeciality } from '#contract/rules/clashes.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import { paths } from '#src/paths.ts';

/** A time that could be asked for again: known to the cell, and not begun. */
export interface Lost {
  readonly chosen: Readonly<Record<'person' | 'clinic' | 'doctor' | 'day' | 'slot', string>>;
  /** What the doctor is, in the clinic's words: MIS names no speciality by its id on a ticket. */
  readonly role: string;
}

/** What was lost with a cancelled visit; null where the same time cannot be asked for again. */
export function lostWith({ kind, person, place, slot, starts, who }: Booking, now: Date): Lost | null {
  const clinic = place?.clinicId;
  if (kind !== 'clinic-visit' || !clinic || !slot || !starts) return null;
  if (Date.parse(starts.at) <= now.getTime()) return null;
  return {
    chosen: { person, clinic, doctor: slot.doctorId, day: placeDay(starts), slot: slot.id },
    role: who?.role ?? '',
  };
}

/** «Терапевт» is what «Врач-терапевт участковый» is. The longest name wins: a «хирург» is no «хирург-онколог». */
export const specialityOf = (specialities: readonly Speciality[], role: string): Speciality | undefined =>
  specialities
    .filter(({ name }) => isOfSpeciality(role, name))
    .toSorted((a, b) => b.name.length - a.name.length)[0];

/** Where the same time is asked for: everything chosen, or as much as is known. */
export const wayBack = ({ chosen }: Lost, speciality: Speciality | undefined): string =>
  speciality
    ? paths.reserve.to({ ...chosen, speciality: speciality.id, back: '1' })
    : paths.reserve.to({ person: chosen.person, clinic: chosen.clinic });
