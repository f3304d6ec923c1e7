import type { PlaceTime } from '#contract/time.ts';

/** `2026-04-18T08:45:00+03:00` → the instant and the offset it came with. `Z` is the offset +00:00. */
export function placeTimeOf(wire: string): PlaceTime {
  const offset = /[+-]\d{2}:\d{2}$/.exec(wire)?.[0] ?? '+00:00';
  return { at: new Date(wire).toISOString(), offset };
}

/** The same for a vendor that sends UTC and the offset apart. */
export const placeTimeWithOffset = (utc: string, offset: string): PlaceTime => ({
  at: new Date(utc).toISOString(),
  offset,
});
