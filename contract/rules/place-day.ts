import type { CalendarDay, PlaceTime } from '../time.ts';

/** Minutes that an offset such as `+03:00` is ahead of UTC. */
export function offsetMinutes(offset: string): number {
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return offset.startsWith('-') ? -minutes : minutes;
}

/** The calendar day of a moment by the clock of its place. */
export function placeDay({ at, offset }: PlaceTime): CalendarDay {
  return new Date(Date.parse(at) + offsetMinutes(offset) * 60_000).toISOString().slice(0, 10);
}
