import type { Slot } from '../slot.ts';
import type { CalendarDay } from '../time.ts';
import { ageCategoryOn } from './age-category.ts';
import { placeDay } from './place-day.ts';

/** Whether a time can be offered to somebody, and if not, why not. */
export type SlotOffer =
  | { readonly offered: true }
  | { readonly offered: false; readonly reason: Exclude<Slot['availability'], 'free'> | 'only-children' };

/**
 * What the clinic says of a cell, and what it would say only when asked: a children's clinic refuses whoever has had the
 * 18th birthday by the day of the visit (4005), even somebody who is 17 today.
 */
export function slotOffer(
  { availability, starts }: Pick<Slot, 'availability' | 'starts'>,
  { forChildren }: { readonly forChildren: boolean },
  birthDate: CalendarDay,
): SlotOffer {
  if (availability !== 'free') return { offered: false, reason: availability };
  const adult = ageCategoryOn(birthDate, placeDay(starts)) === 'ADULT';
  return forChildren && adult ? { offered: false, reason: 'only-children' } : { offered: true };
}
