import { Link } from 'wouter';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Soft } from '#src/ui/text.tsx';
import { byDay, type DayOfTimes, type FreeTime } from './time-days.ts';
import styles from './move.module.css';

/** So many days of the list lie open: the hurried choose from the first ones. */
const openDays = 2;

/** Free times by the day, the earliest days open. */
export function TimeList({
  times: free,
  addressOf,
}: {
  times: readonly FreeTime[];
  addressOf: (time: FreeTime) => string;
}) {
  const words = useWords();
  const times = useTimes();
  const cells = ({ times: inDay }: DayOfTimes) => (
    <ul role="list" className={styles['times']}>
      {inDay.map((time) => (
        <li key={time.id}>
          <Link href={addressOf(time)} className={styles['time'] ?? ''}>
            {times.time(time.starts)}
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <div className={styles['days']}>
      {byDay(free).map((one, index) => {
        const title = <h3 id={`day-${one.day}`}>{times.calendarDay(one.day)}</h3>;
        const [first, last] = [one.times[0], one.times.at(-1)];
        return index < openDays || !first || !last ? (
          <section key={one.day} className={styles['inDay']} aria-labelledby={`day-${one.day}`}>
            {title}
            {cells(one)}
          </section>
        ) : (
          <details key={one.day} className={styles['later']}>
            <summary>
              {title}
              <Soft>
                {words('move.inDay', {
                  count: one.times.length,
                  first: times.time(first.starts),
                  last: times.time(last.starts),
                })}
              </Soft>
            </summary>
            {cells(one)}
          </details>
        );
      })}
    </div>
  );
}
