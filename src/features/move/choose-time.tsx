import type { Booking } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import type { CalendarDay } from '#contract/time.ts';
import { personName } from '#src/i18n/person-name.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Lead } from '#src/ui/text.tsx';
import { ClinicTimes } from './clinic-times.tsx';
import styles from './move.module.css';
import { VisitTimes } from './visit-times.tsx';
import { OneTime } from './was-and-will.tsx';

/** The booking as it is, and the times that it may be moved to. */
export function ChooseTime({
  booking,
  person,
  isRegistrar,
  day,
  today,
}: {
  booking: Booking;
  person: Person | undefined;
  isRegistrar: boolean;
  day: CalendarDay;
  today: CalendarDay;
}) {
  const words = useWords();
  return (
    <>
      <PageTitle>
        {words(booking.kind === 'visit' ? 'move.title.visit' : 'move.title.clinic-visit')}
      </PageTitle>
      <Lead>{words('move.choose.body')}</Lead>
      {person && person.relation !== 'self' && (
        <Notice
          silent
          title={words('move.forWhom', { relation: person.relation, name: personName(words, person) })}
        />
      )}
      <section className={styles['current']} aria-labelledby="move-now">
        <h2 id="move-now">{words('move.now')}</h2>
        <OneTime booking={booking} time={booking.starts} />
      </section>
      <section className={styles['current']} aria-labelledby="move-choose">
        <h2 id="move-choose">{words('move.choose.title')}</h2>
        {booking.kind === 'clinic-visit' && (
          <ClinicTimes booking={booking} person={person} isRegistrar={isRegistrar} day={day} today={today} />
        )}
        {booking.kind === 'visit' && <VisitTimes booking={booking} isRegistrar={isRegistrar} />}
      </section>
    </>
  );
}
