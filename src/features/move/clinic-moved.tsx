import { useQuery } from '@tanstack/react-query';
import type { Booking, ClinicVisit } from '#contract/booking.ts';
import type { PlaceTime } from '#contract/time.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { bookingQueries } from '#src/queries/booking-queries.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { Result } from '#src/ui/result.tsx';
import { Soft } from '#src/ui/text.tsx';
import { ToList } from './to-list.tsx';
import { WasAndWill } from './was-and-will.tsx';

/** Both writes were confirmed; the clinic's own list is read once more, and what it shows is said. */
export function ClinicMoved({
  old,
  to,
  time,
  made,
  isRegistrar,
}: {
  old: ClinicVisit;
  to: string;
  time: PlaceTime | null;
  made: Booking | null;
  isRegistrar: boolean;
}) {
  const words = useWords();
  const { person } = old;
  const list = useQuery({ ...bookingQueries.list('clinic-visits', person), refetchOnMount: 'always' });
  const isOn = (one: Booking) => one.status.kind === 'booked';
  const oldIsOn = list.data?.bookings.some((one) => one.id === old.id && isOn(one));
  const now = list.data?.bookings.find((one) => (one.id === made?.id || one.slot?.id === to) && isOn(one));
  const agrees = now !== undefined && oldIsOn === false;
  const open = now ?? made;
  return (
    <Result
      tone="success"
      state={words('move.tag.moved')}
      title={words('move.moved.title.clinic-visit')}
      why={words('move.moved.body.clinic-visit')}
      actions={
        <>
          {open && (
            <LinkButton to={paths.booking.to({ ...open, person })}>{words('move.openNew')}</LinkButton>
          )}
          <ToList person={person} isRegistrar={isRegistrar} look={open ? 'plain' : 'main'} />
        </>
      }
    >
      <WasAndWill booking={old} time={time} stand={{ old: 'off', new: 'on' }} />
      {list.isFetching ? (
        <Progress words={words('move.proof.reading')} />
      ) : !list.data || list.isError ? null : agrees ? (
        <Soft>{words('move.proof.agrees')}</Soft>
      ) : (
        <Notice tone="warning" title={words('move.proof.differs.title')}>
          <p>{words('move.proof.differs.body')}</p>
        </Notice>
      )}
    </Result>
  );
}
