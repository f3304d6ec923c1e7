import { placeDay } from '#contract/rules/place-day.ts';
import type { PlaceTime } from '#contract/time.ts';

/** Days from today to a moment by the clock of its place: 0 is today, 1 is tomorrow; null when it is over. */
export function daysLeft(time: PlaceTime, now: Date): number | null {
  if (Date.parse(time.at) <= now.getTime()) return null;
  const today = placeDay({ at: now.toISOString(), offset: time.offset });
  return Math.round((Date.parse(placeDay(time)) - Date.parse(today)) / 86_400_000);
}
