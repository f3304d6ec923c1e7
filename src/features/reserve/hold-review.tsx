import { useState } from 'react';
import { Redirect } from 'wouter';
import type { Operation } from '#contract/operation.ts';
import type { Person } from '#contract/person.ts';
import type { Hold } from '#contract/slot.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { sendDecision } from '#src/queries/hold-queries.ts';
import { useWrite } from '#src/queries/use-write.ts';
import { paths } from '#src/paths.ts';
import { Waiting } from '#src/ui/waiting.tsx';
import { AskAgain, type Refused } from './ask-again.tsx';
import type { Choices } from './choices.ts';
import { Countdown } from './countdown-panel.tsx';
import { HeldMissing } from './held-missing.tsx';
import { HoldQuestion } from './hold-question.tsx';
import { MoreTime } from './more-time.tsx';
import { askMoment } from './more-time-flow.ts';
import { ReserveRefused } from './reserve-refused.tsx';
import { ReserveUnknown } from './reserve-unknown.tsx';
import { reviewView } from './review-flow.ts';
import styles from './reserve.module.css';
import { useRoom } from './use-room.ts';
import { useSameTime } from './use-same-time.ts';
import { useSecondsLeft } from './use-seconds-left.ts';

const sending = { confirm: 'reserve.hold.confirming', release: 'reserve.hold.releasing' } as const;

interface More {
  /** More time is wished for, after this. */
  readonly isWished: boolean;
  /** This is more time already. */
  readonly isAgain: boolean;
  readonly onWish: (wished: boolean) => void;
  /** The time is kept once more, by another hold. */
  readonly onKept: (hold: Hold) => void;
}

/** A kept time with everything repeated: confirm it or let it go, before the clock runs out. */
export function HoldReview({
  hold,
  found,
  difference,
  isKept,
  more,
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
  more: More;
  made: Choices & { person: string };
  person: Person;
  isRegistrar: boolean;
}) {
  const words = useWords();
  const times = useTimes();
  const write = useWrite(sendDecision, { found });
  const { seconds, startedWith, overFor } = useSecondsLeft(hold.keptUntil, difference, more.isWished);
  const [lost, setLost] = useState<Refused | 'gone' | null>(null);

  const clinicId = hold.place.clinicId ?? made.clinic;
  const doctorId = made.doctor ?? hold.doctor.id;
  const specialityId = made.speciality ?? hold.doctor.specialityId;
  const input =
    clinicId && doctorId
      ? {
          person: person.ref,
          clinicId,
          doctorId,
          specialityId,
          slotId: hold.slot.id,
          day: placeDay(hold.slot.starts),
        }
      : null;
  const moment = askMoment(overFor);
  // What was begun in time is seen through, however long the clinic takes.
  const [begun, setBegun] = useState<string | null>(null);
  const begins = more.isWished && (moment === 'soon' || moment === 'now');
  if (begins && moment === 'now' && begun !== hold.id) setBegun(hold.id);
  const asksAgain = input !== null && more.isWished && (begins || begun === hold.id);
  const view = reviewView(
    write.state,
    write.sent?.decision ?? (found?.kind === 'release' ? 'release' : 'confirm'),
    { secondsLeft: seconds, isKept, asksAgain },
  );
  useSameTime({
    hold,
    person: person.ref,
    looks: view.show === 'lapsed' || view.show === 'gone',
    onKept: more.onKept,
  });
  // Opened from the list, the address knows nothing of what was chosen: the hold does.
  const again = { ...made, clinic: clinicId, speciality: specialityId, doctor: doctorId };
  const room = useRoom(person.ref, again);

  const refusedPage = (refused: Refused, onTryAgain: () => void) => (
    <ReserveRefused
      refused={refused}
      made={again}
      phone={hold.place.phone}
      isRegistrar={isRegistrar}
      here={paths.hold.to({ ...made, holdId: hold.id, more: more.isWished ? '1' : undefined })}
      onTryAgain={onTryAgain}
      lost={{ person, slot: hold.slot }}
    />
  );

  if (lost === 'gone') return <HeldMissing isRegistrar={isRegistrar} made={again} />;
  if (lost?.report.failure === 'mis.reserve.taken')
    return (
      <HeldMissing isRegistrar={isRegistrar} made={again} why="taken" lost={{ person, slot: hold.slot }} />
    );
  if (lost) return refusedPage(lost, () => setLost(null));

  switch (view.show) {
    case 'lapsed':
      return (
        <HeldMissing isRegistrar={isRegistrar} made={again} why="lapsed" lost={{ person, slot: hold.slot }} />
      );
    case 'gone':
      return <HeldMissing isRegistrar={isRegistrar} made={again} />;
    case 'released':
      return <HeldMissing isRegistrar={isRegistrar} made={again} why="released" />;
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
        <ReserveUnknown
          what={view.decision}
          unknown={view.write}
          person={person.ref}
          isRegistrar={isRegistrar}
          onCheck={write.again}
        />
      );
    case 'refused':
      return refusedPage(view.write, write.reopen);
    case 'asking':
    case 'review':
      break;
  }

  const isAsking = view.show === 'asking';
  return (
    <HoldQuestion
      hold={hold}
      room={room}
      person={person}
      isRegistrar={isRegistrar}
      notSent={view.show === 'review' ? view.notSent : null}
      isAsking={isAsking}
      clock={
        <div className={styles['clock']}>
          {isAsking && input ? (
            <AskAgain
              key={hold.id}
              input={input}
              isRegistrar={isRegistrar}
              isDue={moment === 'now'}
              onKept={(kept) => {
                write.reopen();
                if (kept) more.onKept(kept);
                else setLost('gone');
              }}
              onRefused={setLost}
            />
          ) : (
            <Countdown relation={person.relation} seconds={seconds} startedWith={startedWith} />
          )}
          {input && (
            <MoreTime
              {...more}
              isAsking={isAsking}
              until={times.time({ at: hold.keptUntil, offset: hold.slot.starts.offset })}
            />
          )}
        </div>
      }
      onDecide={(decision) => write.submit({ holdId: hold.id, decision })}
    />
  );
}
