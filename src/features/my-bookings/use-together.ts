import { useEffect, useState } from 'react';
import type { Bookings } from './use-bookings.ts';

/** Longer than sources differ in by habit, shorter than anybody's patience. */
const togetherMs = 500;

/**
 * Answers that come close together are shown at once: a booking of a later one would push down what a finger is about to
 * press. Whoever is slower than that is not waited for.
 */
export function useTogether(arrived: Bookings): Bookings {
  const { bookings, isAllHeard, missing } = arrived;
  const [isOver, setOver] = useState(false);
  const isAnyHeard = bookings.length > 0 || missing.length > 0;
  useEffect(() => {
    if (!isAnyHeard || isOver) return undefined;
    const timer = setTimeout(() => setOver(true), togetherMs);
    return () => clearTimeout(timer);
  }, [isAnyHeard, isOver]);
  return isAllHeard || isOver
    ? arrived
    : { ...arrived, bookings: [], missing: [], withoutCard: [], isBegun: false };
}
