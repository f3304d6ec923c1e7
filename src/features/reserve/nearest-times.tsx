import { Link } from 'wouter';
import { daysAfter } from '#contract/rules/calendar-days.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import type { Person } from '#contract/person.ts';
import type { PlaceTime } from '#contract/time.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { useNow } from '#src/queries/use-now.ts';
import { paths } from '#src/paths.ts';
import { Soft } from '#src/ui/text.tsx';
import type { Choices } from './choices.ts';
import { shownDays } from './day-window.ts';
import styles from './find.module.css';
import { Loaded } from './loaded.tsx';
import { freeOf, nearestTo } from './marked-slots.ts';
import { useMarkedSlots } from './use-marked-slots.ts';

/** A time that could not be had, and whether it is itself worth offering once more. */
interface Lost {
  readonly id: string;
  readonly starts: PlaceTime;
  readonly again: boolean;
}

const shown = 3;

/** The free times of the chosen doctor that are closest to one that was lost. */
export function NearestTimes({ made, person, lost }: { made: Choices; person: Person; lost: Lost }) {
  const words = useWords();
  const times = useTimes();
  const today = placeDay({ at: useNow().toISOString(), offset: lost.starts.offset });
  const before = daysAfter(placeDay(lost.starts), -shownDays.list / 2);
  const from = before < today ? today : before;
  const { query, mark } = useMarkedSlots(person, made, from, shownDays.list, { settles: lost.again });
  const to = (starts: PlaceTime, slot: string) =>
    paths.reserve.to({ ...made, day: placeDay(starts), view: undefined, slot });
  return (
    <Loaded query={query}>
      {({ slots }) => {
        const free = freeOf(mark(slots));
        const others = free.filter(({ slot }) => slot.id !== lost.id);
        const nearest = nearestTo(others, lost.starts, shown);
        const same = lost.again && free.some(({ slot }) => slot.id === lost.id);
        if (nearest.length === 0 && !same) return <Soft>{words('reserve.nearest.none')}</Soft>;
        return (
          <>
            <p>{words(same ? 'reserve.nearest.withSame' : 'reserve.nearest.title')}</p>
            <ul role="list" className={styles['nearest']}>
              {same && (
                <li>
                  <Link href={to(lost.starts, lost.id)} className={styles['whole'] ?? ''}>
                    {words('reserve.nearest.same', { time: times.dayAndTime(lost.starts) })}
                  </Link>
                </li>
              )}
              {nearest.map(({ starts, slot }) => (
                <li key={slot.id}>
                  <Link href={to(starts, slot.id)} className={styles['whole'] ?? ''}>
                    {times.dayAndTime(starts)}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Loaded>
  );
}
