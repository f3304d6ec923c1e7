import type { ReactNode } from 'react';
import type { ClinicVisit } from '#contract/booking.ts';
import type { CalendarDay, PlaceTime } from '#contract/time.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { Button } from '#src/ui/button.tsx';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Waiting } from '#src/ui/waiting.tsx';
import { AskMove } from './ask-move.tsx';
import { ClinicMoved } from './clinic-moved.tsx';
import { leadsAway } from './leads-away.ts';
import { MoveBetween } from './move-between.tsx';
import { MoveChecking } from './move-checking.tsx';
import { MoveConsent } from './move-consent.tsx';
import { MoveImpossible } from './move-impossible.tsx';
import { MoveTrouble } from './move-trouble.tsx';
import type { TakenUp } from './take-up.ts';
import { TimeGone } from './time-gone.tsx';
import { useClinicMove } from './use-clinic-move.ts';
import { WasAndWill } from './was-and-will.tsx';

/** The pages of one move of a clinic visit. Whatever happens, each says which booking is on. */
export function ClinicMove({
  old,
  taken,
  time,
  isFree,
  to,
  day,
  isRegistrar,
}: {
  old: ClinicVisit;
  taken: TakenUp;
  time: PlaceTime | null;
  isFree: boolean;
  to: string;
  day: CalendarDay;
  isRegistrar: boolean;
}) {
  const words = useWords();
  const { view, stand, made, go, check } = useClinicMove({ old, to, taken });
  const pair = <WasAndWill booking={old} time={time} stand={stand} />;
  const again = paths.move.to({ ...old, day });
  const about = { booking: old, here: paths.move.to({ ...old, to, day }), isRegistrar };
  const chooseAgain: ReactNode = <LinkButton to={again}>{words('move.other')}</LinkButton>;

  switch (view.show) {
    case 'asking':
    case 'kept': {
      const { move } = old.can;
      if (!move.allowed) return <MoveImpossible booking={old} reason={move.reason} />;
      if (!time || (view.show === 'asking' && !isFree)) return <TimeGone booking={old} day={day} />;
      return (
        <AskMove
          booking={old}
          time={time}
          day={day}
          isKept={view.show === 'kept'}
          isRegistrar={isRegistrar}
          notSent={view.notSent}
          onMove={() => go('new-first')}
        />
      );
    }
    case 'consent':
      return (
        <MoveConsent
          booking={old}
          time={time}
          day={day}
          isRegistrar={isRegistrar}
          notSent={view.notSent}
          onAgree={() => go('old-first')}
        />
      );
    case 'working':
      return (
        <Waiting
          key={view.leg}
          title={words(`move.step.${view.leg}`)}
          wait={words('move.step.count', { step: view.step })}
          slow={words('move.slow')}
        />
      );
    case 'checking':
      return (
        <MoveChecking
          leg={view.leg}
          write={view.write}
          booking={old}
          isRegistrar={isRegistrar}
          onCheck={() => check(view.leg)}
        >
          {pair}
        </MoveChecking>
      );
    case 'stopped':
      return (
        <MoveTrouble
          {...about}
          tone={stand.old === 'on' ? 'danger' : 'warning'}
          title={words(
            stand.old === 'on' ? 'move.stopped.title.clinic-visit' : 'move.unclear.title.clinic-visit',
          )}
          write={view.write}
          onTryAgain={() => go('new-first')}
        >
          {pair}
        </MoveTrouble>
      );
    case 'both': {
      const settledElsewhere = view.write !== null && leadsAway(view.write.report);
      return (
        <MoveBetween
          {...about}
          title={words('move.both.title')}
          why={words('move.both.body')}
          write={view.write}
          actions={
            <>
              <Button look={settledElsewhere ? 'plain' : 'main'} onClick={() => go('new-first')}>
                {words('move.both.cancel')}
              </Button>
              <LinkButton to={paths.bookings.to({ person: old.person })} look="plain">
                {words('move.both.keep')}
              </LinkButton>
            </>
          }
        >
          {pair}
        </MoveBetween>
      );
    }
    case 'between':
      return (
        <MoveBetween
          {...about}
          title={words('move.between.title')}
          why={words(isRegistrar ? 'move.between.body.registrar' : 'move.between.body')}
          write={view.write}
          actions={
            <>
              <Button onClick={() => go('old-first')}>
                {words(isRegistrar ? 'move.between.new.registrar' : 'move.between.new')}
              </Button>
              {old.slot && (
                <Button look="plain" onClick={() => go('back')}>
                  {words('move.between.back')}
                </Button>
              )}
            </>
          }
        >
          {pair}
        </MoveBetween>
      );
    case 'neither':
      return (
        <MoveBetween
          {...about}
          title={words('move.neither.title')}
          why={words('move.neither.body')}
          write={view.write}
          actions={
            <LinkButton
              to={paths.reserve.to({ person: old.person, clinic: old.place?.clinicId ?? undefined })}
            >
              {words('move.neither.book')}
            </LinkButton>
          }
        >
          {pair}
        </MoveBetween>
      );
    case 'restored':
      return (
        <MoveBetween
          {...about}
          title={words('move.restored.title')}
          why={words('move.restored.body')}
          isOver
          write={view.write}
          actions={
            made ? (
              <LinkButton to={paths.move.to({ ...made, day })}>{words('move.other')}</LinkButton>
            ) : (
              chooseAgain
            )
          }
        >
          {pair}
        </MoveBetween>
      );
    case 'moved':
      return <ClinicMoved old={old} to={to} time={time} made={made} isRegistrar={isRegistrar} />;
  }
}
