import { useQuery } from '@tanstack/react-query';
import type { Booking } from '#contract/booking.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import { paths } from '#src/paths.ts';
import { bookingQueries } from '#src/queries/booking-queries.ts';

/**
 * The page of the home call that a visit belongs to. The clinic does not name it: the one call of the same doctor on the same day is
 * taken for it; where there is none, or several, the person chooses.
 */
export function useLinkedCall({ person, who, starts }: Booking, isWanted: boolean): string | null {
  const { data } = useQuery({ ...bookingQueries.list('home-calls', person), enabled: isWanted });
  const [only, ...more] = (data?.bookings ?? []).filter(
    (call) =>
      call.can.cancel.allowed &&
      who !== null &&
      call.who?.name === who.name &&
      starts !== null &&
      call.starts !== null &&
      placeDay(call.starts) === placeDay(starts),
  );
  return isWanted && only && more.length === 0 ? paths.booking.to(only) : null;
}
