import { useQuery } from '@tanstack/react-query';
import type { Booking } from '#contract/booking.ts';
import type { Clinic } from '#contract/slot.ts';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import { useSignedIn } from '#src/queries/session-queries.ts';

/** The clinic of a booking as it is now: its hours, and whether it is there. Without an answer nothing is said of either. */
export function useClinic({ place, person }: Booking): Clinic | undefined {
  const { sources } = useSignedIn();
  const clinicId = place?.clinicId ?? null;
  const { data } = useQuery({
    ...scheduleQueries.clinics(person),
    enabled: clinicId !== null && sources.includes('clinic-visits'),
  });
  return data?.clinics.find(({ id }) => id === clinicId);
}
