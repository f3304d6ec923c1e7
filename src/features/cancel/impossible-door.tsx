import type { Booking } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import type { CancelView } from './cancel-flow.ts';
import { readerOf } from './reader-of.ts';

/** What one can do instead, where there is something besides calling the clinic. */
export function ImpossibleDoor({
  booking: { kind, person: ref },
  person,
  reason,
}: {
  booking: Booking;
  person: Person | undefined;
  reason: Extract<CancelView, { show: 'impossible' }>['reason'];
}) {
  const words = useWords();
  const reader = readerOf(person);
  if (reason === 'became-visit')
    return (
      <LinkButton to={paths.bookings.to({ person: ref, kind: 'technician-visit' })}>
        {words('cancel.door.technicianVisit')}
      </LinkButton>
    );
  const isOver = reason === 'past' || reason === 'over' || reason === 'already-cancelled';
  if (isOver && kind === 'clinic-visit')
    return (
      <LinkButton to={paths.reserve.to({ person: ref })}>{words('cancel.bookAgain', { reader })}</LinkButton>
    );
  if (isOver && kind === 'appointment-request')
    return <LinkButton to={paths.newRequest.to({ person: ref })}>{words('cancel.newRequest')}</LinkButton>;
  return null;
}
