import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Booking } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import type { FailureReport } from '#contract/operation.ts';
import { reportText } from '#src/i18n/failure-text.ts';
import { personName } from '#src/i18n/person-name.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Button } from '#src/ui/button.tsx';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Secondary } from '#src/ui/secondary.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { paths } from '#src/paths.ts';
import { BookingSummary } from './booking-summary.tsx';
import type { CancelFormValues } from './cancel-form.ts';
import { CheckUpConsent } from './check-up-consent.tsx';
import { HomeCallReason } from './home-call-reason.tsx';
import { OptionalReason } from './optional-reason.tsx';

/** Asks, with the whole booking repeated. The button names what it does, and so does the way out. */
export function CancelQuestion({
  booking,
  person,
  isRegistrar,
  asCheckUp,
  notSent,
  form,
  onSubmit,
  children,
}: {
  booking: Booking;
  person: Person | undefined;
  isRegistrar: boolean;
  asCheckUp: boolean;
  notSent: FailureReport | null;
  form: UseFormReturn<CancelFormValues>;
  onSubmit: () => void;
  /** How the press is meant. */
  children: ReactNode;
}) {
  const words = useWords();
  const { kind } = booking;
  const failure = notSent && reportText(words, notSent, isRegistrar);
  return (
    <Stack narrow>
      <PageTitle>{words(`cancel.title.${kind}`)}</PageTitle>
      {failure && (
        <Notice tone="danger" title={failure.title} takesFocus>
          {failure.body && <p>{failure.body}</p>}
        </Notice>
      )}
      {person && person.relation !== 'self' && (
        <Notice
          title={words(`cancel.forWhom.${person.relation}.notice`, { name: personName(words, person) })}
          silent
        />
      )}
      <BookingSummary booking={booking} person={person} />
      <p>{words(`cancel.consequence.${kind}`)}</p>
      {booking.status.kind === 'times-offered' && <p>{words('cancel.also.offered')}</p>}
      <form noValidate onSubmit={(event) => void form.handleSubmit(onSubmit)(event)}>
        <Stack>
          {kind === 'home-call' && <HomeCallReason form={form} />}
          {kind === 'visit' && (
            <Secondary>
              <OptionalReason form={form} />
            </Secondary>
          )}
          {asCheckUp && <CheckUpConsent form={form} />}
          <Row>
            <Button type="submit" look="danger">
              {words(`cancel.yes.${kind}`)}
            </Button>
            <LinkButton to={paths.booking.to({ ...booking, person: booking.person })} look="plain">
              {words(`cancel.no.${kind}`)}
            </LinkButton>
          </Row>
          {children}
        </Stack>
      </form>
    </Stack>
  );
}
