import { daysAfter } from '#contract/rules/calendar-days.ts';
import type { CalendarDay } from '#contract/time.ts';

/** How the times of a doctor are shown: free ones in a list, or everything of a week. */
export const timeViews = ['list', 'week'] as const;
export type TimeView = (typeof timeViews)[number];

/** How many days of a schedule are shown at once. */
export const shownDays: Readonly<Record<TimeView, number>> = { list: 14, week: 7 };

/** Where the days before these begin, never before today; null when these begin today. */
export function windowBefore(from: CalendarDay, today: CalendarDay, count: number): CalendarDay | null {
  if (from <= today) return null;
  const before = daysAfter(from, -count);
  return before < today ? today : before;
}
