import type { Booking } from '#contract/booking.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { useNow } from '#src/queries/use-now.ts';
import { daysLeft } from './days-left.ts';
import { isAhead } from './is-ahead.ts';
import styles from './booking.module.css';

/** How long it is until then, in the words that people count in: today, tomorrow, in five days. */
export function TimeLeft({ booking }: { booking: Booking }) {
  const words = useWords();
  const times = useTimes();
  const now = useNow();
  const { starts } = booking;
  const days = starts && isAhead(booking, now) ? daysLeft(starts, now) : null;
  if (!starts || days === null) return null;
  return <p className={styles['left']}>{words('booking.left', { days, time: times.time(starts) })}</p>;
}
