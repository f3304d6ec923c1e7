import type { Instant } from '#contract/time.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import { deviceDay } from '#src/i18n/format-time.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { deviceTime } from './device-time.ts';

/** When what is kept was true, in words: «Так было сегодня в 09:12.» */
export function useAsOf(now: Date): (asOf: Instant) => string {
  const words = useWords();
  const times = useTimes();
  return (asOf) => {
    const at = deviceTime(asOf);
    const isToday = placeDay(at) === deviceDay(now);
    return words('offline.asOf', {
      when: isToday ? 'today' : 'earlier',
      day: times.day(at),
      time: times.time(at),
    });
  };
}
