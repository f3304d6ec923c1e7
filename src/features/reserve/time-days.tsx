import type { DayOf } from '#contract/rules/calendar-days.ts';
import type { Person } from '#contract/person.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Soft } from '#src/ui/text.tsx';
import { TimeDay, TimeDays, TimeGrid } from '#src/ui/time-days.tsx';
import type { Choices } from './choices.ts';
import type { FreeSlot, MarkedSlot } from './marked-slots.ts';
import { TimeCell } from './time-cell.tsx';
import styles from './week.module.css';

interface Chosen {
  made: Choices;
  person: Person;
}

/** The days with free times in words, the earliest ones open. */
export function FreeDays({ days, ...chosen }: Chosen & { days: readonly DayOf<FreeSlot>[] }) {
  const words = useWords();
  const times = useTimes();
  return (
    <TimeDays
      days={days.map(({ day, times: inDay, first, last }) => ({
        day,
        title: times.calendarDay(day),
        folded: words('reserve.time.inDay', {
          count: inDay.length,
          first: times.time(first.starts),
          last: times.time(last.starts),
        }),
        times: <Cells slots={inDay} {...chosen} />,
      }))}
    />
  );
}

/** Every day with all its times, side by side where there is room. */
export function WeekOfTimes({
  days,
  ...chosen
}: Chosen & { days: readonly Pick<DayOf<MarkedSlot>, 'day' | 'times'>[] }) {
  const words = useWords();
  const times = useTimes();
  return (
    <div className={styles['week']}>
      {days.map(({ day, times: inDay }) => (
        <TimeDay key={day} day={day} title={times.calendarDay(day)}>
          {inDay.length === 0 ? (
            <Soft>{words('reserve.week.none')}</Soft>
          ) : (
            <TimeGrid>
              <Cells slots={inDay} {...chosen} />
            </TimeGrid>
          )}
        </TimeDay>
      ))}
    </div>
  );
}

const Cells = ({ slots, ...chosen }: Chosen & { slots: readonly MarkedSlot[] }) =>
  slots.map((marked) => (
    <li key={marked.slot.id}>
      <TimeCell marked={marked} {...chosen} />
    </li>
  ));
