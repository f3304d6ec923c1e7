import type { Booking } from '#contract/booking.ts';
import type { Clinic } from '#contract/slot.ts';
import type { UtcOffset } from '#contract/time.ts';

/**
 * How the clinic's clock differs from UTC now, as far as that is known: no vendor names a zone. Two moments with different
 * offsets mean that its clock is changed with the seasons; then nobody knows which holds today, and null says so.
 */
export function clinicOffset(
  { starts }: Pick<Booking, 'starts'>,
  { statusSince }: Pick<Clinic, 'statusSince'>,
): UtcOffset | null {
  const known = new Set([starts, statusSince].flatMap((time) => (time ? [time.offset] : [])));
  const [only] = known;
  return known.size === 1 && only ? only : null;
}
