import type { LoopVisit } from '#contract/booking.ts';
import type { Operation } from '#contract/operation.ts';
import type { PlaceTime } from '#contract/time.ts';
import { failures } from '#contract/failures.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { sendMove } from '#src/queries/move-queries.ts';
import { useWrite } from '#src/queries/use-write.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Result } from '#src/ui/result.tsx';
import { Waiting } from '#src/ui/waiting.tsx';
import { AskMove } from './ask-move.tsx';
import { MoveChecking } from './move-checking.tsx';
import { MoveImpossible } from './move-impossible.tsx';
import { MoveTrouble } from './move-trouble.tsx';
import { TimeGone } from './time-gone.tsx';
import { ToList } from './to-list.tsx';
import { OneTime, WasAndWill } from './was-and-will.tsx';

/** One write: the vendor moves the visit, or does not. The visit is never given up in between. */
export function VisitMove({
  booking,
  to,
  time,
  found,
  isRegistrar,
}: {
  booking: LoopVisit;
  to: string;
  time: PlaceTime | null;
  found: Operation | undefined;
  isRegistrar: boolean;
}) {
  const words = useWords();
  const write = useWrite(sendMove, { found });
  const { state } = write;
  const isThere = booking.slot?.id === to && booking.status.kind === 'booked';

  if (state.step === 'confirmed' || (state.step === 'ready' && isThere)) {
    const moved = state.step === 'confirmed' ? (state.operation.booking ?? booking) : booking;
    return (
      <Result
        tone="success"
        state={words('move.tag.moved')}
        title={words('move.moved.title.visit')}
        why={words('move.moved.body.visit')}
        actions={
          <>
            <LinkButton to={paths.booking.to(moved)}>{words('move.open')}</LinkButton>
            <ToList person={booking.person} isRegistrar={isRegistrar} />
          </>
        }
      >
        <OneTime booking={moved} time={moved.starts} />
      </Result>
    );
  }
  if (state.step === 'sending')
    return <Waiting title={words('move.step.move')} wait={words('common.wait')} slow={words('move.slow')} />;
  if (state.step === 'unknown')
    return (
      <MoveChecking
        leg="move"
        write={state}
        booking={booking}
        isRegistrar={isRegistrar}
        onCheck={write.again}
      >
        <WasAndWill booking={booking} time={time} stand={{ old: 'checking', new: 'checking' }} />
      </MoveChecking>
    );
  const { report } = state.step === 'refused' ? state : { report: null };
  if (state.step === 'refused' && failures[state.report.failure].effect !== 'none') {
    const isOpen = failures[state.report.failure].effect === 'unknown';
    return (
      <MoveTrouble
        title={words(isOpen ? 'move.unclear.title.visit' : 'move.stopped.title.visit')}
        tone={isOpen ? 'warning' : 'danger'}
        write={state}
        booking={booking}
        here={paths.move.to({ ...booking, to })}
        isRegistrar={isRegistrar}
        onTryAgain={write.reopen}
      >
        <WasAndWill booking={booking} time={time} stand={{ old: isOpen ? 'unclear' : 'on', new: 'none' }} />
      </MoveTrouble>
    );
  }
  if (!booking.can.move.allowed) return <MoveImpossible booking={booking} reason={booking.can.move.reason} />;
  if (!time) return <TimeGone booking={booking} />;
  return (
    <AskMove
      booking={booking}
      time={time}
      isRegistrar={isRegistrar}
      notSent={report}
      onMove={() => write.submit({ id: booking.id, person: booking.person, timeId: to })}
    />
  );
}
