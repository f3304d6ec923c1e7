import type { Booking } from '#contract/booking.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import styles from './booking.module.css';

/** The stub of the ticket: the day and the time, large. */
export function Stub({ booking: { starts, kind } }: { booking: Booking }) {
  const words = useWords();
  const times = useTimes();
  if (!starts) {
    return (
      <span>{words(kind === 'appointment-request' ? 'booking.stub.request' : 'booking.stub.noTime')}</span>
    );
  }
  const { weekday, day, month } = times.stub(starts);
  return (
    <>
      <span className={styles['weekday']}>{weekday}</span>
      <span className={styles['day']}>{day}</span>
      <span>{month}</span>
      <span className={styles['time']}>{times.time(starts)}</span>
    </>
  );
}
