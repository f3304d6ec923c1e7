import type { Booking } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { telephone } from '#src/ui/telephone.ts';
import { paths } from '#src/paths.ts';
import { LinkButton, OutsideLinkButton } from '#src/ui/link-button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { BookingSummary } from './booking-summary.tsx';
import type { CancelView } from './cancel-flow.ts';
import { ImpossibleDoor } from './impossible-door.tsx';
import { TakeBack } from './take-back-part.tsx';

/** What cannot be cancelled is not asked about: the page says why. */
export function CancelImpossible({
  booking,
  person,
  reason,
}: {
  booking: Booking;
  person: Person | undefined;
  reason: Extract<CancelView, { show: 'impossible' }>['reason'];
}) {
  const words = useWords();
  const title = reason === 'already-cancelled' ? 'cancel.done.title' : 'cancel.not.title';
  const phone = booking.place?.phone;
  return (
    <Stack narrow>
      <PageTitle>{words(`${title}.${booking.kind}`)}</PageTitle>
      <Lead>{words(`cancel.not.${reason}`)}</Lead>
      <BookingSummary booking={booking} person={person} />
      {reason === 'already-cancelled' && <TakeBack booking={booking} person={person} />}
      <Row>
        <ImpossibleDoor booking={booking} person={person} reason={reason} />
        <LinkButton to={paths.booking.to({ ...booking, person: booking.person })} look="plain">
          {words(`cancel.open.${booking.kind}`)}
        </LinkButton>
        {phone && (
          <OutsideLinkButton href={telephone(phone)} look="plain">
            {words('common.call', { phone })}
          </OutsideLinkButton>
        )}
      </Row>
    </Stack>
  );
}
