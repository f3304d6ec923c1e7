import { useQuery } from '@tanstack/react-query';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import type { Choices } from './choices.ts';

/** Where the doctor receives, as the list of doctors says; null while that is not known. */
export function useRoom(
  person: string,
  { clinic = '', speciality = '', doctor = '' }: Choices,
): string | null {
  const { data } = useQuery({
    ...scheduleQueries.doctors(person, clinic, speciality),
    enabled: clinic !== '' && speciality !== '' && doctor !== '',
  });
  return data?.doctors.find(({ id }) => id === doctor)?.room ?? null;
}
