import type { Booking } from '#contract/booking.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import type { CancelView } from './cancel-flow.ts';

/** What one can do instead, where there is something besides calling the clinic. */
export function ImpossibleDoor({
  booking: { kind, person },
  reason,
}: {
  booking: Booking;
  reason: Extract<CancelView, { show: 'impossible' }>['reason'];
}) {
  const words = useWords();
  if (reason === 'became-visit')
    return (
      <LinkButton to={paths.bookings.to({ person, kind: 'technician-visit' })}>
        {words('cancel.door.technicianVisit')}
      </LinkButton>
    );
  const isOver = reason === 'past' || reason === 'over' || reason === 'already-cancelled';
  if (isOver && kind === 'clinic-visit')
    return <LinkButton to={paths.reserve.to({ person })}>{words('cancel.bookAgain')}</LinkButton>;
  if (isOver && kind === 'appointment-request')
    return <LinkButton to={paths.newRequest.to({ person })}>{words('cancel.newRequest')}</LinkButton>;
  return null;
}
