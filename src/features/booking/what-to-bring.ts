import type { Booking } from '#contract/booking.ts';
import { ageCategoryOn } from '#contract/rules/age-category.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import type { CalendarDay } from '#contract/time.ts';

export type Thing = 'number' | 'id' | 'policy' | 'childId' | 'childPolicy' | 'parentId';

/**
 * What clinics in general ask for, by the age on the day of the visit. Advice, not a fact of this clinic's: no vendor
 * tells it. Nothing where no clinic is visited and no doctor comes.
 */
export function whatToBring(booking: Booking, birthDate: CalendarDay): readonly Thing[] {
  const { kind, starts } = booking;
  const isSeen = kind === 'clinic-visit' || kind === 'home-call' || kind === 'visit';
  if (!isSeen || !starts || (kind === 'visit' && booking.visitType === 'telehealth')) return [];
  const papers: readonly Thing[] =
    ageCategoryOn(birthDate, placeDay(starts)) === 'CHILD'
      ? ['childId', 'childPolicy', 'parentId']
      : ['id', 'policy'];
  return kind === 'clinic-visit' && booking.ticketNumber !== null ? [...papers, 'number'] : papers;
}
