import { useQuery } from '@tanstack/react-query';
import { paths } from '#src/paths.ts';
import { bookingQueries } from '#src/queries/booking-queries.ts';

/** The page of the home call that a visit belongs to. The clinic does not name it: only where there is one to choose from is it known. */
export function useLinkedCall(person: string, isWanted: boolean): string | null {
  const { data } = useQuery({ ...bookingQueries.list('home-calls', person), enabled: isWanted });
  const open = (data?.bookings ?? []).filter(({ can }) => can.cancel.allowed);
  const [only, ...more] = open;
  return isWanted && only && more.length === 0 ? paths.booking.to(only) : null;
}
