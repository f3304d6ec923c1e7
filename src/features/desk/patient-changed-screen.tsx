import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Person } from '#contract/person.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { askWhoIsInHand } from '#src/queries/desk-queries.ts';
import { forgetThatPatientChanged } from '#src/queries/patient-change.ts';
import { Button } from '#src/ui/button.tsx';
import { Card } from '#src/ui/card.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';

/** Another tab has put away the patient whom this one showed: nothing of them stays here, and who is in hand now is said. */
export function PatientChangedScreen() {
  const words = useWords();
  const times = useTimes();
  const queryClient = useQueryClient();
  const [, navigate] = useLocation();
  /** Asked of the portal: what this tab knew is of the patient before. */
  const [inHand, setInHand] = useState<Person | null | 'not-known-yet'>('not-known-yet');
  useEffect(() => {
    let isOver = false;
    const know = (person: Person | null) => {
      if (!isOver) setInHand(person);
    };
    // Where the portal does not answer, the desk asks again.
    askWhoIsInHand(queryClient).then(know, () => know(null));
    return () => {
      isOver = true;
    };
  }, [queryClient]);

  if (inHand === 'not-known-yet') return <Progress fillsPage words={words('common.loading')} />;
  const goOn = () => {
    navigate(paths.desk.to(), { replace: true });
    forgetThatPatientChanged();
  };
  return (
    <Stack narrow>
      <PageTitle tab={words('desk.changed.tab')}>
        {words(inHand ? 'desk.changed.another' : 'desk.changed.nobody')}
      </PageTitle>
      <Lead>{words('desk.changed.body')}</Lead>
      {inHand && (
        <Card>
          <Facts
            facts={[
              // The clinic's system does not name everybody.
              ...(inHand.name ? [{ term: words('desk.changed.now'), value: inHand.name }] : []),
              { term: words('desk.birthDate.label'), value: times.date(inHand.birthDate) },
            ]}
          />
        </Card>
      )}
      <p>{words('desk.changed.sent')}</p>
      <Row>
        <Button onClick={goOn}>{words(inHand ? 'desk.changed.goOn' : 'desk.changed.find')}</Button>
      </Row>
    </Stack>
  );
}
