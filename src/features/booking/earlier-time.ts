import type { PlaceTime } from '#contract/time.ts';
import type { Slot } from '#contract/slot.ts';

/** The first time that can be had before the booked one; null while there is none. */
export function earlierTime(
  slots: readonly Slot[],
  { starts }: { readonly starts: PlaceTime },
  canBeHad: (slot: Slot) => boolean,
): Slot | null {
  const startOf = (slot: { readonly starts: PlaceTime }) => Date.parse(slot.starts.at);
  const [first] = slots
    .filter((slot) => startOf(slot) < Date.parse(starts.at))
    .filter(canBeHad)
    .toSorted((one, other) => startOf(one) - startOf(other));
  return first ?? null;
}
