import { failures } from '#contract/failures.ts';
import type { FailureReport } from '#contract/operation.ts';
import type { Instant } from '#contract/time.ts';
import { failureText } from '#src/i18n/failure-text.ts';
import { useSupport } from '#src/i18n/use-support.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { nextPlace, telephone } from '#src/next-step.ts';
import { paths } from '#src/paths.ts';
import { Button } from '#src/ui/button.tsx';
import { LinkButton, OutsideLinkButton } from '#src/ui/link-button.tsx';
import { Result } from '#src/ui/result.tsx';
import type { Choices } from './choices.ts';

/** Nothing was booked: says so first, then why, and the one next step. */
export function ReserveRefused({
  refused,
  made,
  phone,
  isRegistrar,
  here,
  onTryAgain,
}: {
  refused: { readonly report: FailureReport; readonly operationId: string | null; readonly at: Instant };
  made: Choices;
  phone: string | null;
  isRegistrar: boolean;
  here: string;
  onTryAgain: () => void;
}) {
  const words = useWords();
  const support = useSupport(refused);
  const { failure, facts } = refused.report;
  const { title, body, next, step } = failureText(words, failure, facts);
  const person = made.person ?? '';
  const place = nextPlace(step, { person, here, phone, isRegistrar, chosen: made });
  const calls = step === 'call-clinic' && phone !== null;
  const toList = place.kind === 'screen' && place.to === paths.bookings.to({ person });
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
          {place.kind === 'screen' && <LinkButton to={place.to}>{next}</LinkButton>}
          {place.kind === 'outside' && (
            <OutsideLinkButton href={place.href}>
              {calls ? words('common.call', { phone }) : next}
            </OutsideLinkButton>
          )}
          {place.kind === 'here' && <Button onClick={onTryAgain}>{next}</Button>}
          {!toList && (
            <LinkButton to={paths.bookings.to({ person })} look="plain">
              {words('reserve.seeBookings')}
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
    />
  );
}
