import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Booking } from '#contract/booking.ts';
import type { FailureReport } from '#contract/operation.ts';
import type { CalendarDay, PlaceTime } from '#contract/time.ts';
import { fieldError } from '#src/i18n/field-error.ts';
import type { MessageId } from '#src/i18n/message-id.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { Button } from '#src/ui/button.tsx';
import { Choice, FieldGroup } from '#src/ui/field.tsx';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { NotSent } from './ask-move.tsx';
import { WasAndWill } from './was-and-will.tsx';

const consentForm = (missing: MessageId) =>
  z.object({ consent: z.boolean().check(z.refine((given) => given, { error: missing })) });

/** Whose consent it is: a registrar ticks what the patient says. */
const asked = {
  own: {
    label: 'move.consent.yours',
    agree: 'move.consent.agree',
    missing: 'move.consent.missing',
    yes: 'move.consent.yes',
  },
  patient: {
    label: 'move.consent.yours.registrar',
    agree: 'move.consent.agree.registrar',
    missing: 'move.consent.missing.registrar',
    yes: 'move.consent.yes.registrar',
  },
} as const;

/** The clinic allows one booking to a speciality, so the old one would have to go first: said plainly, and agreed to. */
export function MoveConsent({
  booking,
  time,
  day,
  isRegistrar,
  notSent,
  onAgree,
}: {
  booking: Booking;
  time: PlaceTime | null;
  day: CalendarDay;
  isRegistrar: boolean;
  notSent: FailureReport | null;
  onAgree: () => void;
}) {
  const words = useWords();
  const ask = asked[isRegistrar ? 'patient' : 'own'];
  const form = useForm({
    resolver: zodResolver(consentForm(ask.missing)),
    defaultValues: { consent: false },
  });
  return (
    <Stack>
      <PageTitle>{words('move.consent.title')}</PageTitle>
      <NotSent report={notSent} isRegistrar={isRegistrar} />
      <Lead>{words('move.consent.body')}</Lead>
      <WasAndWill booking={booking} time={time} stand={{ old: 'on', new: 'none' }} />
      <form noValidate onSubmit={(event) => void form.handleSubmit(onAgree)(event)}>
        <Stack>
          <Notice tone="warning" silent title={words('move.consent.heading')}>
            <p>{words('move.consent.risk')}</p>
          </Notice>
          <FieldGroup
            label={words(ask.label)}
            error={fieldError(words, form.formState.errors.consent?.message)}
          >
            <Choice label={words(ask.agree)}>
              <input type="checkbox" {...form.register('consent')} />
            </Choice>
          </FieldGroup>
          <Row>
            <Button type="submit" look="danger">
              {words(ask.yes)}
            </Button>
            <LinkButton to={paths.booking.to(booking)} look="plain">
              {words('move.keep')}
            </LinkButton>
            <LinkButton to={paths.move.to({ ...booking, day })} look="quiet">
              {words('move.other')}
            </LinkButton>
          </Row>
        </Stack>
      </form>
    </Stack>
  );
}
