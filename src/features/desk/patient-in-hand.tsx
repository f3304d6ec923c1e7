import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ageOn } from '#contract/rules/age-category.ts';
import type { Person } from '#contract/person.ts';
import type { CalendarDay } from '#contract/time.ts';
import { reportText } from '#src/i18n/failure-text.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { deskQueries } from '#src/queries/desk-queries.ts';
import { holdQueries } from '#src/queries/hold-queries.ts';
import { problemOf } from '#src/queries/portal-client.ts';
import { Button } from '#src/ui/button.tsx';
import { Card } from '#src/ui/card.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { FinishQuestion } from './finish-question.tsx';

/** Whom the registrar works for now, what can be done, and the way to put the patient away. */
export function PatientInHand({
  patient,
  takesRequests,
  today,
}: {
  patient: Person;
  takesRequests: boolean;
  today: CalendarDay;
}) {
  const words = useWords();
  const times = useTimes();
  const { mutate, isPending, error } = useMutation(deskQueries.finishPatient(useQueryClient()));
  const person = patient.ref;
  const hold = useQuery(holdQueries.current(person)).data?.hold;
  const [asked, setAsked] = useState(false);
  const finish = () => {
    if (isPending) return;
    if (hold) setAsked(true);
    else mutate(person);
  };
  return (
    <Stack narrow>
      <Stack gap="tight">
        <div>
          <Tag tone="info">{words('desk.inHand.label')}</Tag>
        </div>
        <PageTitle tab={words('desk.inHand.label')}>
          {patient.name || words('desk.inHand.nameless')}
        </PageTitle>
      </Stack>
      <Card>
        <Facts
          facts={[
            { term: words('desk.birthDate.label'), value: times.date(patient.birthDate) },
            {
              term: words('desk.inHand.ageTerm'),
              value: words('desk.inHand.age', { age: ageOn(patient.birthDate, today) }),
            },
          ]}
        />
      </Card>
      <Row>
        <LinkButton to={paths.bookings.to({ person })}>{words('desk.inHand.bookings')}</LinkButton>
        <LinkButton to={paths.reserve.to({ person })} look="plain">
          {words('desk.inHand.reserve')}
        </LinkButton>
        {takesRequests && (
          <LinkButton to={paths.newRequest.to({ person })} look="plain">
            {words('desk.inHand.request')}
          </LinkButton>
        )}
      </Row>
      {error && (
        <Notice tone="danger" title={reportText(words, problemOf(error), true).title} takesFocus>
          <p>{words('desk.inHand.finishFailed')}</p>
        </Notice>
      )}
      <Row>
        <Button look="quiet" aria-disabled={isPending} onClick={finish}>
          {words(isPending ? 'desk.inHand.finishing' : 'desk.inHand.finish')}
        </Button>
      </Row>
      {asked && hold && (
        <FinishQuestion
          patient={patient}
          hold={hold}
          onFinish={() => mutate(person)}
          onClose={() => setAsked(false)}
        />
      )}
    </Stack>
  );
}
