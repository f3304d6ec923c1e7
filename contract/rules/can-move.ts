import type { Booking, MoveVerdict } from '../booking.ts';
import { canCancel } from './can-cancel.ts';

type Movable = Pick<Booking, 'kind' | 'status' | 'starts'> & { readonly partOfCheckUp?: boolean };

/**
 * Whether a booking may be moved to another time, and if not, why not. What cannot be given up cannot be moved; a step of a
 * check-up is given up as such, and that is no move. Advice, shown early: the upstream's own answer stays the truth.
 */
export function canMove(booking: Movable, now: Date): MoveVerdict {
  const { kind, partOfCheckUp = false } = booking;
  if (kind !== 'clinic-visit' && kind !== 'visit') return { allowed: false, reason: 'not-offered' };
  const verdict = canCancel(booking, now);
  if (!verdict.allowed) return verdict;
  return partOfCheckUp ? { allowed: false, reason: 'part-of-check-up' } : { allowed: true };
}
