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
    // A room does not change while a time is kept: what was read on the way here is enough.
    staleTime: Infinity,
    enabled: clinic !== '' && speciality !== '' && doctor !== '',
  });
  return data?.doctors.find(({ id }) => id === doctor)?.room ?? null;
}
