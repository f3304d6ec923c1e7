import { placeDay } from '#contract/rules/place-day.ts';
import type { Slot } from '#contract/slot.ts';
import type { CalendarDay } from '#contract/time.ts';

export interface DayOfSlots {
  readonly day: CalendarDay;
  readonly slots: readonly [Slot, ...Slot[]];
}

/** The times that can be taken, earliest first, by the day on the clinic's own clock. */
export function freeDays(slots: readonly Slot[]): readonly DayOfSlots[] {
  const days = new Map<CalendarDay, [Slot, ...Slot[]]>();
  const free = slots.filter(({ availability }) => availability === 'free');
  for (const slot of free.toSorted((a, b) => Date.parse(a.starts.at) - Date.parse(b.starts.at))) {
    const day = placeDay(slot.starts);
    const known = days.get(day);
    if (known) known.push(slot);
    else days.set(day, [slot]);
  }
  return [...days].map(([day, inDay]) => ({ day, slots: inDay }));
}

/** Why a schedule offers nothing: nothing is free, or what there is, is for others. */
export type NothingFree = 'none' | 'age' | 'no-right';

export function whyNothingFree(slots: readonly Slot[]): NothingFree {
  const left = slots.filter(({ used, capacity }) => used < capacity);
  if (left.some(({ availability }) => availability === 'age')) return 'age';
  return left.some(({ availability }) => availability === 'no-right') ? 'no-right' : 'none';
}
