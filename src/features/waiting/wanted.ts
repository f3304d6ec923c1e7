import type { Clinic, Doctor, Speciality } from '#contract/slot.ts';

/** What somebody waits for; without a doctor, any of the speciality. */
export interface Wanted {
  readonly clinic: Clinic;
  readonly speciality: Speciality;
  readonly doctor: Doctor | null;
}

/** What the address asks for. */
export interface WantedIds {
  readonly clinic: string;
  readonly speciality: string;
  readonly doctor: string | undefined;
}
