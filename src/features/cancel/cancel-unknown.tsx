import type { Booking } from '#contract/booking.ts';
import type { FailureReport } from '#contract/operation.ts';
import type { Person } from '#contract/person.ts';
import type { Instant } from '#contract/time.ts';
import { useSupport } from '#src/i18n/use-support.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { telephone } from '#src/ui/telephone.ts';
import { paths } from '#src/paths.ts';
import { Button } from '#src/ui/button.tsx';
import { LinkButton, OutsideLinkButton } from '#src/ui/link-button.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { Result } from '#src/ui/result.tsx';
import { BookingSummary } from './booking-summary.tsx';

/** Sent, and nobody has told what became of it. The page finds out by itself; without an operation it must be asked to. */
export function CancelUnknown({
  booking,
  person,
  unknown,
  onCheck,
}: {
  booking: Booking;
  person: Person | undefined;
  unknown: {
    readonly report: FailureReport | null;
    readonly operationId: string | null;
    readonly at: Instant;
  };
  onCheck: () => void;
}) {
  const words = useWords();
  const support = useSupport(unknown);
  const lost = unknown.operationId === null;
  const phone = booking.place?.phone ?? null;
  return (
    <Result
      tone="warning"
      state={words('cancel.tag.unknown')}
      title={words(`cancel.unknown.title.${booking.kind}`)}
      why={words(lost ? 'cancel.unknown.lost' : 'cancel.unknown.body')}
      support={support}
      actions={
        <>
          {lost && <Button onClick={onCheck}>{words('cancel.unknown.check')}</Button>}
          <LinkButton to={paths.bookings.to({ person: booking.person })} look="plain">
            {words(person?.relation === 'patient' ? 'cancel.toList.registrar' : 'cancel.toList')}
          </LinkButton>
        </>
      }
      phone={
        phone && (
          <>
            <span>{words('cancel.unknown.long')}</span>
            <OutsideLinkButton href={telephone(phone)} look="quiet">
              {words('common.call', { phone })}
            </OutsideLinkButton>
          </>
        )
      }
    >
      {!lost && <Progress words={words('cancel.unknown.checking')} />}
      <BookingSummary booking={booking} person={person} />
    </Result>
  );
}
