import { useParams, useSearch } from 'wouter';
import { source, type Source } from '#contract/booking.ts';
import { useSignedIn } from '#src/queries/session-queries.ts';

/** Which booking an address names, and for whom; null when it can be none. Without `person`, the first one acts. */
export function useBookingAddress(): { source: Source; id: string; person: string } | null {
  const params = useParams();
  const asked = new URLSearchParams(useSearch()).get('person');
  const { people } = useSignedIn();
  const parsed = source.safeParse(params['source']);
  const id = params['id'];
  const person = asked ?? people[0]?.ref;
  return parsed.success && id && person ? { source: parsed.data, id, person } : null;
}
