import type { Person } from '#contract/person.ts';
import type { CalendarDay } from '#contract/time.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { PatientForm } from './patient-form.tsx';
import { PatientInHand } from './patient-in-hand.tsx';

/** The clinic's desk: one patient at a time, found, worked for, and put away. */
export function DeskScreen({
  patient,
  isRegistrar,
  takesRequests,
  today,
}: {
  patient: Person | null;
  isRegistrar: boolean;
  takesRequests: boolean;
  today: CalendarDay;
}) {
  const words = useWords();
  if (!isRegistrar)
    return (
      <Stack narrow>
        <PageTitle>{words('desk.notRegistrar.title')}</PageTitle>
        <Lead>{words('desk.notRegistrar.body')}</Lead>
        <Row>
          <LinkButton to={paths.bookings.to()}>{words('desk.toList')}</LinkButton>
        </Row>
      </Stack>
    );
  if (patient)
    return <PatientInHand key={patient.ref} patient={patient} takesRequests={takesRequests} today={today} />;
  return (
    <Stack narrow>
      <PageTitle>{words('desk.title')}</PageTitle>
      <Lead>{words('desk.lead')}</Lead>
      <PatientForm today={today} />
    </Stack>
  );
}
