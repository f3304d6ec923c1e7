import type { PlaceTime } from '#contract/time.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import { deviceDay } from '#src/i18n/format-time.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import styles from './my-bookings.module.css';

/** The day over the bookings that are on it; the year only where it is another one. */
export function DayName({ time, now }: { time: PlaceTime | null; now: Date }) {
  const words = useWords();
  const times = useTimes();
  const name = (known: PlaceTime) =>
    placeDay(known).slice(0, 4) === deviceDay(now).slice(0, 4) ? times.day(known) : times.dayWithYear(known);
  return <h2 className={styles['dayName']}>{time ? name(time) : words('my-bookings.noTime')}</h2>;
}
