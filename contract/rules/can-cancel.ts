import type { Booking, CancelVerdict } from '../booking.ts';

/**
 * Whether a booking may be cancelled as far as we can tell, and if not, why not.
 * Advice, shown early: the upstream's own answer stays the truth. Only a start that lies behind `now` counts as past.
 */
export function canCancel(booking: Pick<Booking, 'kind' | 'status' | 'starts'>, now: Date): CancelVerdict {
  const { kind, status, starts } = booking;
  if (status.kind === 'cancelled') return { allowed: false, reason: 'already-cancelled' };
  if (status.kind === 'unrecognised') return { allowed: false, reason: 'status-unclear' };
  if (status.kind === 'became-visit') return { allowed: false, reason: 'became-visit' };
  if (status.kind === 'completed' || status.kind === 'missed' || status.kind === 'transferred')
    return { allowed: false, reason: 'over' };
  if (status.kind === 'in-progress' && kind !== 'home-call') return { allowed: false, reason: 'in-progress' };
  if (kind === 'technician-visit') return { allowed: false, reason: 'not-offered' };
  if (starts && Date.parse(starts.at) <= now.getTime()) return { allowed: false, reason: 'past' };
  return { allowed: true };
}
