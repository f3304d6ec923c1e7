import { useEffect, useState } from 'react';
import type { Instant } from '#contract/time.ts';
import { secondsLeft } from './countdown.ts';

/**
 * Counts down by the server's clock. `difference` is server time minus this device's, in milliseconds. `goesOn`: also past the
 * end, which `overFor` counts in milliseconds.
 */
export function useSecondsLeft(until: Instant, difference: number, goesOn: boolean) {
  const [now, setNow] = useState(() => Date.now());
  const [started, setStarted] = useState({ until, at: now });
  if (started.until !== until) setStarted({ until, at: now });
  const seconds = secondsLeft(until, now, difference);
  const stands = seconds === 0 && !goesOn;
  useEffect(() => {
    if (stands) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [stands]);
  return {
    seconds,
    startedWith: secondsLeft(until, started.at, difference),
    overFor: now + difference - Date.parse(until),
  };
}
