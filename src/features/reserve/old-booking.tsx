import type { Booking } from '#contract/booking.ts';
import { isVisitAhead } from '#contract/rules/clashes.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { useNow } from '#src/queries/use-now.ts';
import { paths } from '#src/paths.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import type { Choices } from './choices.ts';
import { useChosen } from './use-chosen.ts';
import { useOwnBookings } from './use-own-bookings.ts';

/** The visit because of which the clinic refused a second one to the same speciality (4008); null where it is not seen. */
export function useOldBooking(person: string, made: Choices, wanted: boolean): Booking | null {
  const now = useNow();
  const bookings = useOwnBookings(person);
  const { speciality } = useChosen(person, made);
  if (!wanted || !speciality) return null;
  return bookings.find((booking) => isVisitAhead(booking, speciality.name, now)) ?? null;
}

/** The choice is theirs: nothing is cancelled to make room for something else unless they do it. */
export function KeepOrGiveUp({ old, person }: { old: Booking; person: string }) {
  const words = useWords();
  return (
    <>
      <LinkButton to={paths.booking.to({ ...old, person })}>{words('reserve.old.keep')}</LinkButton>
      {old.can.move.allowed && (
        <LinkButton to={paths.move.to({ ...old, person })} look="plain">
          {words('reserve.old.move')}
        </LinkButton>
      )}
      {old.can.cancel.allowed && (
        <LinkButton to={paths.cancel.to({ ...old, person })} look="plain">
          {words('reserve.old.giveUp')}
        </LinkButton>
      )}
    </>
  );
}
