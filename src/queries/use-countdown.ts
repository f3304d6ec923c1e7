import { useEffect, useState } from 'react';

/** What is left, in milliseconds, of a time that the server named: it is counted from the answer, whatever this device's clock says. */
export function useCountdown(wholeMs: number): number {
  const [left, setLeft] = useState(wholeMs);
  useEffect(() => {
    const endsAt = Date.now() + wholeMs;
    const timer = setInterval(() => {
      const now = Math.max(0, endsAt - Date.now());
      setLeft(now);
      if (now === 0) clearInterval(timer);
    }, 100);
    return () => clearInterval(timer);
  }, [wholeMs]);
  return left;
}
