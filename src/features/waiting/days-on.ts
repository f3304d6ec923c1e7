import type { CalendarDay } from '#contract/time.ts';

/** The day so many days later. */
export const daysOn = (day: CalendarDay, days: number): CalendarDay =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
