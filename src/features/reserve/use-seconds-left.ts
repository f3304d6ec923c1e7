import { useEffect, useState } from 'react';
import type { Instant } from '#contract/time.ts';
import { secondsLeft } from './countdown.ts';

/** Counts down by the server's clock. `difference` is server time minus this device's, in milliseconds. */
export function useSecondsLeft(until: Instant, difference: number) {
  const [now, setNow] = useState(() => Date.now());
  const [startedAt] = useState(now);
  const seconds = secondsLeft(until, now, difference);
  const isOver = seconds === 0;
  useEffect(() => {
    if (isOver) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [isOver]);
  return { seconds, startedWith: secondsLeft(until, startedAt, difference) };
}
