import type { Booking } from '#contract/booking.ts';
import { useSignedIn } from '#src/queries/session-queries.ts';
import { useNow } from '#src/queries/use-now.ts';
import { isAhead } from './is-ahead.ts';
import { whatToBring, type Thing } from './what-to-bring.ts';

/** What to bring, as long as there is still somewhere to bring it to. */
export function useThings(booking: Booking): readonly Thing[] {
  const now = useNow();
  const person = useSignedIn().people.find(({ ref }) => ref === booking.person);
  return person && isAhead(booking, now) ? whatToBring(booking, person.birthDate) : [];
}
