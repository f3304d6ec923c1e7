import { failures } from '#contract/failures.ts';
import type { FailureReport } from '#contract/operation.ts';
import type { Person } from '#contract/person.ts';
import type { Hold } from '#contract/slot.ts';
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
import type { Choices } from './choices.ts';
import { KeepOrGiveUp, useOldBooking } from './old-booking.tsx';
import { NearestTimes } from './nearest-times.tsx';

/** Nothing was booked: says so first, then why, and the one next step. */
export function ReserveRefused({
  refused,
  made,
  phone,
  isRegistrar,
  here,
  onTryAgain,
  lost,
}: {
  refused: { readonly report: FailureReport; readonly operationId: string | null; readonly at: Instant };
  made: Choices;
  phone: string | null;
  isRegistrar: boolean;
  here: string;
  onTryAgain: () => void;
  /** Whose time it was, where others near it are to be offered. */
  lost?: { readonly person: Person; readonly slot: Hold['slot'] };
}) {
  const words = useWords();
  const support = useSupport(refused);
  const { failure } = refused.report;
  const { title, body, next, step } = reportText(words, refused.report, isRegistrar);
  const person = made.person ?? '';
  const place = nextPlace(step, { person, here, phone, isRegistrar, chosen: made });
  const calls = step === 'call-clinic' && phone !== null;
  const toList = place.kind === 'screen' && place.to === paths.bookings.to({ person });
  const old = useOldBooking(person, made, failure === 'mis.reserve.already-booked');
  const open = failures[failure].effect === 'unknown';
  return (
    <Result
      tone={open ? 'warning' : 'danger'}
      state={words(open ? 'reserve.unknown.tag' : 'reserve.refused.tag')}
      title={title}
      why={body}
      support={support}
      actions={
        <>
          {old && <KeepOrGiveUp old={old} person={person} />}
          {!old && place.kind === 'screen' && <LinkButton to={place.to}>{next}</LinkButton>}
          {place.kind === 'outside' && (
            <OutsideLinkButton href={place.href}>
              {calls ? words('common.call', { phone }) : next}
            </OutsideLinkButton>
          )}
          {place.kind === 'here' && <Button onClick={onTryAgain}>{next}</Button>}
          {!toList && (
            <LinkButton to={paths.bookings.to({ person })} look="plain">
              {words(isRegistrar ? 'reserve.seeBookings.registrar' : 'reserve.seeBookings')}
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
      {old && <p>{words('reserve.old.body')}</p>}
      {lost && step === 'pick-another-time' && made.clinic && made.speciality && made.doctor && (
        <NearestTimes made={made} person={lost.person} lost={{ ...lost.slot, again: false }} />
      )}
    </Result>
  );
}
