import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Booking } from '#contract/booking.ts';
import type { FailureReport } from '#contract/operation.ts';
import type { CalendarDay, PlaceTime } from '#contract/time.ts';
import { fieldError } from '#src/i18n/field-error.ts';
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

const consentForm = z.object({
  consent: z.boolean().check(z.refine((given) => given, { error: 'move.consent.missing' })),
});

/** The clinic allows one booking to a speciality, so the old one would have to go first: said plainly, and agreed to. */
export function MoveConsent({
  booking,
  time,
  day,
  notSent,
  onAgree,
}: {
  booking: Booking;
  time: PlaceTime | null;
  day: CalendarDay;
  notSent: FailureReport | null;
  onAgree: () => void;
}) {
  const words = useWords();
  const form = useForm({ resolver: zodResolver(consentForm), defaultValues: { consent: false } });
  return (
    <Stack>
      <PageTitle>{words('move.consent.title')}</PageTitle>
      <NotSent report={notSent} />
      <Lead>{words('move.consent.body')}</Lead>
      <WasAndWill booking={booking} time={time} stand={{ old: 'on', new: 'none' }} />
      <form noValidate onSubmit={(event) => void form.handleSubmit(onAgree)(event)}>
        <Stack>
          <Notice tone="warning" silent title={words('move.consent.heading')}>
            <p>{words('move.consent.risk')}</p>
          </Notice>
          <FieldGroup
            label={words('move.consent.yours')}
            error={fieldError(words, form.formState.errors.consent?.message)}
          >
            <Choice label={words('move.consent.agree')}>
              <input type="checkbox" {...form.register('consent')} />
            </Choice>
          </FieldGroup>
          <Row>
            <Button type="submit" look="danger">
              {words('move.consent.yes')}
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
