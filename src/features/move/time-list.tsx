import { byDay } from '#contract/rules/calendar-days.ts';
import type { PlaceTime } from '#contract/time.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { TimeDays } from '#src/ui/time-days.tsx';
import { TimeTile } from '#src/ui/time-tile.tsx';

/** A time that can be chosen, whoever offers it. */
interface FreeTime {
  readonly id: string;
  readonly starts: PlaceTime;
}

/** Free times by the day, earliest first. */
export function TimeList({
  times: free,
  addressOf,
}: {
  times: readonly FreeTime[];
  addressOf: (time: FreeTime) => string;
}) {
  const words = useWords();
  const times = useTimes();
  const inOrder = free.toSorted((a, b) => Date.parse(a.starts.at) - Date.parse(b.starts.at));
  return (
    <TimeDays
      heading="h3"
      days={byDay(inOrder).map(({ day, times: inDay, first, last }) => ({
        day,
        title: times.calendarDay(day),
        folded: words('move.inDay', {
          count: inDay.length,
          first: times.time(first.starts),
          last: times.time(last.starts),
        }),
        times: inDay.map((time) => (
          <li key={time.id}>
            <TimeTile clock={times.time(time.starts)} to={addressOf(time)} />
          </li>
        )),
      }))}
    />
  );
}
