import { Redirect } from 'wouter';
import type { Operation } from '#contract/operation.ts';
import type { Person } from '#contract/person.ts';
import type { Hold } from '#contract/slot.ts';
import { failureText } from '#src/i18n/failure-text.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { sendDecision } from '#src/queries/hold-queries.ts';
import { useWrite } from '#src/queries/use-write.ts';
import { paths } from '#src/paths.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { Waiting } from '#src/ui/waiting.tsx';
import { AgeNotice } from './age-notice.tsx';
import type { Choices } from './choices.ts';
import { Countdown } from './countdown-panel.tsx';
import { HeldMissing } from './held-missing.tsx';
import { ReserveRefused } from './reserve-refused.tsx';
import { ReserveUnknown } from './reserve-unknown.tsx';
import { reviewView } from './review-flow.ts';
import { SlotFacts } from './slot-facts.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';

const sending = { confirm: 'reserve.hold.confirming', release: 'reserve.hold.releasing' } as const;

/** A kept time with everything repeated: confirm it or let it go, before the clock runs out. */
export function HoldReview({
  hold,
  found,
  difference,
  isKept,
  made,
  person,
  isRegistrar,
}: {
  hold: Hold;
  /** What was decided before this page was opened, and is not settled or not seen yet. */
  found: Operation | undefined;
  difference: number;
  /** Whether the server still keeps it, as far as it was asked. */
  isKept: boolean;
  made: Choices & { person: string };
  person: Person;
  isRegistrar: boolean;
}) {
  const words = useWords();
  const write = useWrite(sendDecision, { found });
  const { seconds, startedWith } = useSecondsLeft(hold.keptUntil, difference);
  const view = reviewView(
    write.state,
    write.sent?.decision ?? (found?.kind === 'release' ? 'release' : 'confirm'),
    { secondsLeft: seconds, isKept },
  );
  const again = { ...made, clinic: made.clinic ?? hold.place.clinicId ?? undefined };

  switch (view.show) {
    case 'lapsed':
      return <HeldMissing made={again} why="lapsed" lost={{ person, slot: hold.slot }} />;
    case 'gone':
      return <HeldMissing made={again} />;
    case 'released':
      return <HeldMissing made={again} why="released" />;
    case 'sending':
      return (
        <Waiting
          title={words(sending[view.decision])}
          wait={words('common.wait')}
          slow={words('reserve.slow')}
        />
      );
    case 'booked': {
      const { booking } = view.operation;
      if (!booking) return <Redirect replace to={paths.bookings.to({ person: person.ref })} />;
      return <Redirect replace to={paths.booking.to({ ...booking, person: person.ref, just: 'booked' })} />;
    }
    case 'unknown':
      return (
        <ReserveUnknown what={view.decision} unknown={view.write} person={person.ref} onCheck={write.again} />
      );
    case 'refused':
      return (
        <ReserveRefused
          refused={view.write}
          made={again}
          phone={hold.place.phone}
          isRegistrar={isRegistrar}
          here={paths.hold.to({ ...made, holdId: hold.id })}
          onTryAgain={write.reopen}
          lost={{ person, slot: hold.slot }}
        />
      );
    case 'review':
      break;
  }

  const failure = view.notSent && failureText(words, view.notSent.failure, view.notSent.facts);
  return (
    <Stack narrow>
      <PageTitle>{words('reserve.hold.title')}</PageTitle>
      {failure && (
        <Notice tone="danger" title={failure.title} takesFocus>
          <p>{failure.body}</p>
        </Notice>
      )}
      <Lead>{words('reserve.hold.notYet')}</Lead>
      <AgeNotice person={person} starts={hold.slot.starts} />
      <Countdown seconds={seconds} startedWith={startedWith} />
      <SlotFacts
        person={person}
        starts={hold.slot.starts}
        place={hold.place}
        doctor={hold.doctor.name}
        speciality={hold.doctor.speciality}
      />
      <Row>
        <Button onClick={() => write.submit({ holdId: hold.id, decision: 'confirm' })}>
          {words('reserve.hold.confirm')}
        </Button>
        <Button look="plain" onClick={() => write.submit({ holdId: hold.id, decision: 'release' })}>
          {words('reserve.hold.release')}
        </Button>
      </Row>
    </Stack>
  );
}
