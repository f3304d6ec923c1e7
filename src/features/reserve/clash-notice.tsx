import { Link } from 'wouter';
import { clashesOf, type Clash } from '#contract/rules/clashes.ts';
import type { Person } from '#contract/person.ts';
import type { Slot } from '#contract/slot.ts';
import { kindWords } from '#src/i18n/booking-words.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { useNow } from '#src/queries/use-now.ts';
import { paths } from '#src/paths.ts';
import { Notice } from '#src/ui/notice.tsx';
import { useOwnBookings } from './use-own-bookings.ts';

/** What else the person has that is in the way, said before the clinic refuses. It may still be asked: the clinic knows better. */
export function ClashNotice({
  slot,
  speciality,
  person,
}: {
  slot: Slot;
  speciality: string | null;
  person: Person;
}) {
  const words = useWords();
  const clashes = clashesOf({ ...slot, speciality }, useOwnBookings(person.ref), useNow());
  return (['same-time', 'same-speciality'] as const).map((reason) => {
    const found = clashes.filter((clash) => clash.reason === reason);
    if (found.length === 0) return null;
    return (
      <Notice
        key={reason}
        tone="warning"
        title={words(`reserve.clash.${reason}.title`, { relation: person.relation })}
      >
        {found.map(({ booking }) => (
          <ClashLink key={`${booking.source} ${booking.id}`} booking={booking} person={person.ref} />
        ))}
        <p>{words(`reserve.clash.${reason}.body`)}</p>
      </Notice>
    );
  });
}

function ClashLink({ booking, person }: { booking: Clash['booking']; person: string }) {
  const words = useWords();
  const times = useTimes();
  const { kind, who, starts, place } = booking;
  return (
    <p>
      <Link href={paths.booking.to({ ...booking, person })}>
        {[kindWords(words, kind), who?.name, starts && times.dayAndTime(starts), place?.name]
          .filter(Boolean)
          .join(', ')}
      </Link>
    </p>
  );
}
