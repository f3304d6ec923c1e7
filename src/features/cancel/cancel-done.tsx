import type { Booking } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { telephone } from '#src/ui/telephone.ts';
import { LinkButton, OutsideLinkButton } from '#src/ui/link-button.tsx';
import { Result } from '#src/ui/result.tsx';
import { paths } from '#src/paths.ts';
import { BookingSummary } from './booking-summary.tsx';
import { readerOf } from './reader-of.ts';
import { TakeBack } from './take-back-part.tsx';

/** It is cancelled, and the clinic said so. */
export function CancelDone({ booking, person }: { booking: Booking; person: Person | undefined }) {
  const words = useWords();
  const reader = readerOf(person);
  const { kind, person: ref } = booking;
  const phone = booking.place?.phone ?? null;
  const hasMain = kind === 'clinic-visit' || kind === 'appointment-request';
  return (
    <Result
      tone="success"
      state={words('cancel.tag.confirmed')}
      title={words(`cancel.done.title.${kind}`)}
      why={words(`cancel.done.body.${kind}`, { reader })}
      actions={
        <>
          {kind === 'clinic-visit' && (
            <LinkButton to={paths.reserve.to({ person: ref })}>
              {words('cancel.bookAgain', { reader })}
            </LinkButton>
          )}
          {kind === 'appointment-request' && (
            <LinkButton to={paths.newRequest.to({ person: ref })}>{words('cancel.newRequest')}</LinkButton>
          )}
          <LinkButton to={paths.bookings.to({ person: ref })} look={hasMain ? 'plain' : 'main'}>
            {words(person?.relation === 'patient' ? 'cancel.toList.registrar' : 'cancel.toList')}
          </LinkButton>
        </>
      }
      phone={
        phone &&
        (kind === 'home-call' || kind === 'visit') && (
          <>
            <span>{words(`cancel.done.again.${kind}`)}</span>
            <OutsideLinkButton href={telephone(phone)} look="quiet">
              {words('common.call', { phone })}
            </OutsideLinkButton>
          </>
        )
      }
    >
      <BookingSummary booking={booking} person={person} />
      <TakeBack booking={booking} person={person} />
    </Result>
  );
}
