import { byDay, daysAfter, type DayOf } from '#contract/rules/calendar-days.ts';
import { clashesOf } from '#contract/rules/clashes.ts';
import { plain } from '#contract/rules/plain-words.ts';
import { slotOffer, type SlotOffer } from '#contract/rules/slot-offer.ts';
import type { Booking } from '#contract/booking.ts';
import type { Hold, Slot } from '#contract/slot.ts';
import type { CalendarDay, PlaceTime } from '#contract/time.ts';

/** What a time is to the person who looks at it. */
export type SlotMark =
  /** Can be chosen. `clash`: something else of theirs is at that time. */
  | { readonly kind: 'free'; readonly left: number; readonly clash: boolean }
  | { readonly kind: 'held'; readonly holdId: string }
  | { readonly kind: 'mine'; readonly booking: Booking }
  | { readonly kind: 'refused'; readonly reason: Exclude<SlotOffer, { offered: true }>['reason'] };

export interface MarkedSlot<M extends SlotMark = SlotMark> {
  readonly starts: PlaceTime;
  readonly slot: Slot;
  readonly mark: M;
}
export type FreeSlot = MarkedSlot<Extract<SlotMark, { kind: 'free' }>>;

/** What is known of the person whom a time would be for. */
export interface Looker {
  readonly birthDate: CalendarDay;
  readonly forChildren: boolean;
  /** Whose times these are, where that is known. */
  readonly doctor: string | null;
  readonly hold: Hold | null;
  readonly bookings: readonly Booking[];
  readonly now: Date;
}

const isFree = (marked: MarkedSlot): marked is FreeSlot => marked.mark.kind === 'free';

/** Every time with what it is to them, earliest first. */
export const markSlots = (slots: readonly Slot[], looker: Looker): readonly MarkedSlot[] =>
  slots
    .toSorted((a, b) => Date.parse(a.starts.at) - Date.parse(b.starts.at))
    .map((slot) => ({ starts: slot.starts, slot, mark: markOf(slot, looker) }));

function markOf(slot: Slot, { birthDate, forChildren, doctor, hold, bookings, now }: Looker): SlotMark {
  if (hold?.state === 'held' && hold.slot.id === slot.id) return { kind: 'held', holdId: hold.id };
  const clashes = clashesOf({ ...slot, speciality: null }, bookings, now).map(({ booking }) => booking);
  const mine = clashes.find((booking) => isIn(booking, slot, doctor));
  if (mine) return { kind: 'mine', booking: mine };
  const offer = slotOffer(slot, { forChildren }, birthDate);
  return offer.offered
    ? { kind: 'free', left: slot.capacity - slot.used, clash: clashes.length > 0 }
    : { kind: 'refused', reason: offer.reason };
}

/** No visit names its cell: the same clinic, doctor and minutes are the same time. */
const isIn = ({ kind, place, who, starts }: Booking, slot: Slot, doctor: string | null) =>
  kind === 'clinic-visit' &&
  place?.clinicId === slot.clinicId &&
  starts?.at === slot.starts.at &&
  (!who || !doctor || familyOf(who.name) === familyOf(doctor));

const familyOf = (name: string) => plain(name).split(' ')[0];

/** Every day of so many, those without any time too. */
export function everyDay<S extends MarkedSlot>(
  slots: readonly S[],
  from: CalendarDay,
  count: number,
): readonly Pick<DayOf<S>, 'day' | 'times'>[] {
  const known = new Map(byDay(slots).map((one) => [one.day, one.times]));
  return Array.from({ length: count }, (_, index) => {
    const day = daysAfter(from, index);
    return { day, times: known.get(day) ?? [] };
  });
}

/** The times that can be taken. */
export const freeOf = (slots: readonly MarkedSlot[]): readonly FreeSlot[] => slots.filter(isFree);

/** Why a schedule offers nothing: nothing is free, or what there is, is for others. */
export type NothingFree = 'none' | 'age' | 'no-right';

const hasRoom = ({ slot: { used, capacity } }: MarkedSlot) => used < capacity;

const reasonsOf = (slots: readonly MarkedSlot[]) =>
  slots.filter(hasRoom).flatMap(({ mark }) => (mark.kind === 'refused' ? [mark.reason] : []));

export function whyNothingFree(slots: readonly MarkedSlot[]): NothingFree {
  const reasons = reasonsOf(slots);
  if (reasons.some((reason) => reason === 'age' || reason === 'only-children')) return 'age';
  return reasons.includes('no-right') ? 'no-right' : 'none';
}

/** How many times have room and are for others: said in one line where only what can be chosen is shown. */
export function leftOut(slots: readonly MarkedSlot[]): Readonly<Record<'no-right' | 'age', number>> {
  const reasons = reasonsOf(slots);
  const count = (reason: string) => reasons.filter((one) => one === reason).length;
  return { 'no-right': count('no-right'), age: count('age') };
}

/** The free times that are closest to a wanted one, in their own order; earlier ones first where two are as close. */
export function nearestTo(
  slots: readonly FreeSlot[],
  wanted: { readonly at: string },
  count: number,
): readonly FreeSlot[] {
  const far = ({ slot }: FreeSlot) => Math.abs(Date.parse(slot.starts.at) - Date.parse(wanted.at));
  return slots
    .toSorted((a, b) => far(a) - far(b))
    .slice(0, count)
    .toSorted((a, b) => Date.parse(a.slot.starts.at) - Date.parse(b.slot.starts.at));
}
