import { openState, weekdays } from '#contract/rules/opening-hours.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import type { Clinic } from '#contract/slot.ts';
import type { UtcOffset } from '#contract/time.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { useNow } from '#src/queries/use-now.ts';
import { Details } from '#src/ui/details.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { daysLeft } from './days-left.ts';
import styles from './booking.module.css';

type Worktimes = NonNullable<Clinic['worktimes']>;

/** Any week will do: only the names of its days are shown. */
const someMonday = Date.UTC(2024, 0, 1);

/** Whether a clinic is open, by its own clock, and its hours as it writes them. */
export function OpeningHours({ worktimes, offset }: { worktimes: Worktimes; offset: UtcOffset | null }) {
  const words = useWords();
  const times = useTimes();
  const now = useOpenWords(worktimes, offset);
  const nameOf = (index: number) =>
    times.stub({ at: new Date(someMonday + index * 86_400_000).toISOString(), offset: '+00:00' }).weekday;
  return (
    <div className={styles['hours']}>
      <p>
        <span className={styles['soft']}>{words('booking.hours')}</span>
        {now && <strong>{now}</strong>}
      </p>
      <Details summary={words('booking.hours.week')}>
        <Facts
          facts={weekdays.map((day, index) => ({
            term: nameOf(index),
            value: worktimes[day] ?? words('booking.hours.dayOff'),
          }))}
        />
      </Details>
    </div>
  );
}

/** Open or closed in words; where that cannot be known, what the clinic writes of today, and without a clock nothing. */
function useOpenWords(worktimes: Worktimes, offset: UtcOffset | null): string | null {
  const words = useWords();
  const times = useTimes();
  const now = useNow();
  if (offset === null) return null;
  const state = openState(worktimes, offset, now);
  const here = (at: string) => ({ at, offset });
  if (state.kind === 'open')
    return words('booking.hours.open', {
      hasEnd: String(state.until !== null),
      time: state.until === null ? '' : times.time(here(state.until)),
    });
  if (state.kind === 'unclear') {
    const today = new Date(placeDay(here(now.toISOString()))).getUTCDay();
    const day = weekdays[(today + 6) % 7];
    return words('booking.hours.today', { hours: (day && worktimes[day]) ?? 'none' });
  }
  const days = state.opens === null ? null : daysLeft(here(state.opens), now);
  const when = days === null ? 'unknown' : days === 0 ? 'today' : days === 1 ? 'tomorrow' : 'later';
  return words('booking.hours.closed', {
    when,
    day: state.opens === null ? '' : times.day(here(state.opens)),
    time: state.opens === null ? '' : times.time(here(state.opens)),
  });
}
