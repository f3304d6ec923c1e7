import { failures } from '#contract/failures.ts';
import type { Booking } from '#contract/booking.ts';
import type { FailureReport } from '#contract/operation.ts';
import type { Person } from '#contract/person.ts';
import type { Instant } from '#contract/time.ts';
import { reportText } from '#src/i18n/failure-text.ts';
import { useSupport } from '#src/i18n/use-support.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { nextPlace } from '#src/next-step.ts';
import { telephone } from '#src/ui/telephone.ts';
import { paths } from '#src/paths.ts';
import { Button } from '#src/ui/button.tsx';
import { LinkButton, OutsideLinkButton } from '#src/ui/link-button.tsx';
import { Result } from '#src/ui/result.tsx';
import { BookingSummary } from './booking-summary.tsx';
import { useLinkedCall } from './use-linked-call.ts';

/** It was not cancelled, or the clinic's answer leaves it open: says which, why, and the one next step. */
export function CancelRefused({
  booking,
  person,
  isRegistrar,
  here,
  refused,
  onTryAgain,
  onCheckUp,
}: {
  booking: Booking;
  person: Person | undefined;
  isRegistrar: boolean;
  here: string;
  refused: { readonly report: FailureReport; readonly operationId: string | null; readonly at: Instant };
  onTryAgain: () => void;
  onCheckUp: () => void;
}) {
  const words = useWords();
  const support = useSupport(refused);
  const { failure } = refused.report;
  const { title, body, next, step } = reportText(words, refused.report, isRegistrar);
  const open = failures[failure].effect === 'unknown';
  const phone = booking.place?.phone ?? null;
  const place = nextPlace(step, { person: booking.person, here, phone, isRegistrar, booking });
  const linkedCall = useLinkedCall(booking, step === 'open-home-call');
  const calls = step === 'call-clinic' && phone !== null;
  return (
    <Result
      tone={open ? 'warning' : 'danger'}
      state={words(open ? 'cancel.tag.open' : 'cancel.tag.refused')}
      title={title}
      why={body}
      support={support}
      actions={
        <>
          {place.kind === 'screen' && <LinkButton to={linkedCall ?? place.to}>{next}</LinkButton>}
          {place.kind === 'outside' && (
            <OutsideLinkButton href={place.href}>
              {calls ? words('common.call', { phone }) : next}
            </OutsideLinkButton>
          )}
          {step === 'continue-as-check-up' && <Button onClick={onCheckUp}>{next}</Button>}
          {step === 'try-again' && <Button onClick={onTryAgain}>{next}</Button>}
          {step !== 'open-booking' && (
            <LinkButton to={paths.booking.to({ ...booking, person: booking.person })} look="plain">
              {words(`cancel.open.${booking.kind}`)}
            </LinkButton>
          )}
        </>
      }
      phone={
        phone &&
        !calls && (
          <OutsideLinkButton href={telephone(phone)} look="quiet">
            {words('common.call', { phone })}
          </OutsideLinkButton>
        )
      }
    >
      <BookingSummary booking={booking} person={person} />
    </Result>
  );
}
