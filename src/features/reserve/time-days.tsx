import type { Person } from '#contract/person.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Soft } from '#src/ui/text.tsx';
import type { Choices } from './choices.ts';
import type { DayOf } from './by-day.ts';
import type { FreeSlot, MarkedSlot } from './marked-slots.ts';
import { TimeCell } from './time-cell.tsx';
import styles from './times.module.css';

interface DaysProps<S> {
  days: readonly DayOf<S>[];
  made: Choices;
  person: Person;
}

/** So many days of the list lie open: the hurried choose from the first ones. */
const openDays = 2;

/** The days with free times in words, the earliest ones open. */
export function FreeDays({ days, made, person }: DaysProps<FreeSlot>) {
  const words = useWords();
  const times = useTimes();
  return (
    <div className={styles['days']}>
      {days.map(({ day, slots }, index) => {
        const title = <h2 id={`day-${day}`}>{times.calendarDay(day)}</h2>;
        const cells = <Cells slots={slots} made={made} person={person} />;
        const [first, last] = [slots[0], slots.at(-1)];
        return index < openDays || !first || !last ? (
          <section key={day} className={styles['day']} aria-labelledby={`day-${day}`}>
            {title}
            {cells}
          </section>
        ) : (
          <details key={day} className={styles['later']}>
            <summary>
              {title}
              <Soft>
                {words('reserve.time.inDay', {
                  count: slots.length,
                  first: times.time(first.slot.starts),
                  last: times.time(last.slot.starts),
                })}
              </Soft>
            </summary>
            {cells}
          </details>
        );
      })}
    </div>
  );
}

/** Every day with all its times, side by side where there is room. */
export function WeekOfTimes({ days, made, person }: DaysProps<MarkedSlot>) {
  const words = useWords();
  const times = useTimes();
  return (
    <div className={styles['week']}>
      {days.map(({ day, slots }) => (
        <section key={day} className={styles['day']} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>{times.calendarDay(day)}</h2>
          {slots.length === 0 ? (
            <Soft>{words('reserve.week.none')}</Soft>
          ) : (
            <Cells slots={slots} made={made} person={person} />
          )}
        </section>
      ))}
    </div>
  );
}

const Cells = ({ slots, ...rest }: { slots: readonly MarkedSlot[]; made: Choices; person: Person }) => (
  <ul role="list" className={styles['times']}>
    {slots.map((marked) => (
      <li key={marked.slot.id}>
        <TimeCell marked={marked} {...rest} />
      </li>
    ))}
  </ul>
);
