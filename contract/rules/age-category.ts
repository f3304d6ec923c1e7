import type { AgeCategory } from '../slot.ts';
import type { CalendarDay } from '../time.ts';

/** Whole years of age on a day. Someone born on 29 February turns a year older on 1 March of a common year. */
export function ageOn(birthDate: CalendarDay, day: CalendarDay): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/**
 * Age group for a visit (seed 002): CHILD 0-14, TEEN 15-17, ADULT from the 18th birthday.
 * `visitDay` is the day of the visit by the clinic's own clock, never today.
 */
export function ageCategoryOn(birthDate: CalendarDay, visitDay: CalendarDay): AgeCategory {
  const age = ageOn(birthDate, visitDay);
  if (age < 15) return 'CHILD';
  return age < 18 ? 'TEEN' : 'ADULT';
}

/** The first day on which somebody has that many years. */
export function turns(birthDate: CalendarDay, age: number): CalendarDay {
  const year = Number(birthDate.slice(0, 4)) + age;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const day = birthDate.slice(5) === '02-29' && !isLeap ? '03-01' : birthDate.slice(5);
  return `${String(year).padStart(4, '0')}-${day}`;
}

/** Another age group on the day of the visit than today: what somebody may not expect, since age is never asked. */
export function ageChange(
  birthDate: CalendarDay,
  today: CalendarDay,
  visitDay: CalendarDay,
): { readonly ageNow: number; readonly ageThen: number; readonly category: AgeCategory } | null {
  const category = ageCategoryOn(birthDate, visitDay);
  if (category === ageCategoryOn(birthDate, today)) return null;
  return { ageNow: ageOn(birthDate, today), ageThen: ageOn(birthDate, visitDay), category };
}
