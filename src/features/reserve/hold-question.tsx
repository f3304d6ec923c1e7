import type { FailureReport } from '#contract/operation.ts';
import type { Person } from '#contract/person.ts';
import type { Hold } from '#contract/slot.ts';
import type { ReactNode } from 'react';
import { reportText } from '#src/i18n/failure-text.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { AgeNotice } from './age-notice.tsx';
import type { Decision } from './review-flow.ts';
import { SlotFacts } from './slot-facts.tsx';

/** Everything about the kept time, and the question; the same page while the clinic is asked for it again, with nothing to press. */
export function HoldQuestion({
  hold,
  room,
  person,
  isRegistrar,
  notSent,
  isAsking,
  clock,
  onDecide,
}: {
  hold: Hold;
  /** The hold does not say it; the schedule may. */
  room: string | null;
  person: Person;
  isRegistrar: boolean;
  /** Why the last press came to nothing. */
  notSent: FailureReport | null;
  isAsking: boolean;
  /** How long it is kept, and more of that. */
  clock: ReactNode;
  onDecide: (decision: Decision) => void;
}) {
  const words = useWords();
  const failure = notSent && reportText(words, notSent, isRegistrar);
  const decide = (decision: Decision) => () => {
    if (!isAsking) onDecide(decision);
  };
  return (
    <Stack narrow>
      <PageTitle>{words('reserve.hold.title')}</PageTitle>
      {failure && (
        <Notice tone="danger" title={failure.title} takesFocus>
          {failure.body && <p>{failure.body}</p>}
        </Notice>
      )}
      <Lead>{words(isAsking ? 'reserve.more.notKept' : 'reserve.hold.notYet')}</Lead>
      <AgeNotice person={person} starts={hold.slot.starts} />
      {clock}
      <SlotFacts
        person={person}
        starts={hold.slot.starts}
        place={hold.place}
        doctor={hold.doctor.name}
        speciality={hold.doctor.speciality}
        room={room}
      />
      <Row>
        <Button aria-disabled={isAsking} onClick={decide('confirm')}>
          {words(isRegistrar ? 'reserve.hold.confirm.registrar' : 'reserve.hold.confirm')}
        </Button>
        <Button look="plain" aria-disabled={isAsking} onClick={decide('release')}>
          {words(isRegistrar ? 'reserve.hold.release.registrar' : 'reserve.hold.release')}
        </Button>
      </Row>
    </Stack>
  );
}
