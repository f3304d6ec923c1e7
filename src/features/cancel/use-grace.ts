import { useEffect, useMemo, useReducer, useRef } from 'react';
import { graceFlow, isWaiting, noGrace, type GraceState } from './grace-flow.ts';
import { markUnsent } from './unsent.ts';

const tickMs = 200;

export interface Grace {
  readonly state: GraceState;
  readonly start: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Will not wait: it is over now. */
  readonly hurry: () => void;
  /** Nothing is going to be sent. */
  readonly stop: () => void;
}

/**
 * Counts the grace period down, and calls `onOver` once at its end. It stands still while the page is out of sight. Who
 * leaves the page has sent nothing: `onLeft` hears of it, and so does whoever comes back to this place of the history.
 */
export function useGrace({ onOver, onLeft }: { onOver: () => void; onLeft: () => void }): Grace {
  const [state, dispatch] = useReducer(graceFlow, noGrace);
  const waiting = isWaiting(state);
  const counting = state.step === 'counting';
  const over = state.step === 'over';
  const now = useRef({ waiting, onOver, onLeft });
  useEffect(() => {
    now.current = { waiting, onOver, onLeft };
  });

  useEffect(() => {
    if (!counting) return;
    let before = performance.now();
    const timer = setInterval(() => {
      const after = performance.now();
      dispatch({ type: 'ticked', sinceMs: after - before });
      before = after;
    }, tickMs);
    const rest = () => {
      if (document.visibilityState === 'hidden') dispatch({ type: 'paused', why: 'away' });
    };
    // Into the browser's own memory of pages: from there the clock would go on, and send, on the way back.
    const leave = () => dispatch({ type: 'paused', why: 'away' });
    document.addEventListener('visibilitychange', rest);
    addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', rest);
      removeEventListener('pagehide', leave);
    };
  }, [counting]);

  // A mark that was found has been told of by now.
  useEffect(() => markUnsent(false), []);

  useEffect(() => {
    if (!waiting) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    markUnsent(true);
    return () => {
      removeEventListener('beforeunload', ask);
      markUnsent(false);
    };
  }, [waiting]);

  useEffect(() => {
    if (!over) return;
    now.current.onOver();
    dispatch({ type: 'ended' });
  }, [over]);

  useEffect(
    () => () => {
      if (now.current.waiting) now.current.onLeft();
    },
    [],
  );

  const presses = useMemo(
    () => ({
      start: () => dispatch({ type: 'started' }),
      pause: () => dispatch({ type: 'paused', why: 'asked' }),
      resume: () => dispatch({ type: 'resumed' }),
      hurry: () => dispatch({ type: 'hurried' }),
      stop: () => dispatch({ type: 'ended' }),
    }),
    [],
  );
  return { state, ...presses };
}
