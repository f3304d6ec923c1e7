import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { askAgainInMs, askForSessionEnd, canStay, endsSoon, hearStay } from './session-end.ts';
import { sessionQueries } from './session-queries.ts';

const unansweredMs = 15_000;

/** That the session ends within two minutes, as the portal itself said; null while it does not. Shared by all tabs. */
export function useSessionEnd(): { readonly canStay: boolean } | null {
  const queryClient = useQueryClient();
  const { data, dataUpdatedAt } = useQuery(sessionQueries.current());
  const told = data?.authenticated ? data : null;

  useEffect(() => {
    if (!told) return;
    let timer: ReturnType<typeof setTimeout>;
    // An answer begins this effect anew; without one, it is asked again.
    const ask = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, unansweredMs);
      void askForSessionEnd(queryClient);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, askAgainInMs(told) - (Date.now() - dataUpdatedAt));
    };
    // A device that slept, or a tab in the background, has its timers late.
    const onSight = () => {
      if (document.visibilityState === 'visible') wait();
    };
    wait();
    const stopHearing = hearStay(ask);
    document.addEventListener('visibilitychange', onSight);
    return () => {
      clearTimeout(timer);
      stopHearing();
      document.removeEventListener('visibilitychange', onSight);
    };
  }, [told, dataUpdatedAt, queryClient]);

  return told && endsSoon(told) ? { canStay: canStay(told) } : null;
}
