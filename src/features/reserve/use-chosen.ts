import { useQuery } from '@tanstack/react-query';
import type { Clinic, Doctor, Speciality } from '#contract/slot.ts';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import type { Choices } from './choices.ts';

export interface ChosenThings {
  readonly clinic: Clinic | undefined;
  readonly speciality: Speciality | undefined;
  readonly doctor: Doctor | undefined;
}

/** What is behind the ids in the address, from the same answers that the steps show. */
export function useChosen(
  person: string,
  { clinic = '', speciality = '', doctor = '' }: Choices,
): ChosenThings {
  const clinics = useQuery({ ...scheduleQueries.clinics(person), enabled: clinic !== '' });
  const specialities = useQuery({
    ...scheduleQueries.specialities(person, clinic),
    enabled: speciality !== '',
  });
  const doctors = useQuery({
    ...scheduleQueries.doctors(person, clinic, speciality),
    enabled: doctor !== '',
  });
  return {
    clinic: clinics.data?.clinics.find(({ id }) => id === clinic),
    speciality: specialities.data?.specialities.find(({ id }) => id === speciality),
    doctor: doctors.data?.doctors.find(({ id }) => id === doctor),
  };
}
