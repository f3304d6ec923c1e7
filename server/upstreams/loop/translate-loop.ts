import type { BookingStatus, LoopVisit } from '#contract/booking.ts';
import { canCancel } from '#contract/rules/can-cancel.ts';
import type { UtcOffset } from '#contract/time.ts';
import { placeTimeOf } from '../kit/wire-time.ts';
import { wireMoment, type WireProvider, type WireSlot, type WireVisit } from './loop-wire.ts';

/** Loop declares no format for the time of a cancellation: what is none, or none for certain, is not known. */
function momentOf(wire: string | null): string | null {
  const moment = wireMoment.safeParse(wire);
  return moment.success ? placeTimeOf(moment.data).at : null;
}

function statusOf({ status, cancelled_at }: WireVisit): BookingStatus {
  switch (status) {
    case 'booked':
      return { kind: 'booked' };
    case 'checked_in':
      return { kind: 'in-progress' };
    case 'completed':
      return { kind: 'completed' };
    case 'cancelled':
      return { kind: 'cancelled', at: momentOf(cancelled_at) };
    case 'no_show':
      return { kind: 'missed' };
    default:
      return { kind: 'unrecognised', wireStatus: status };
  }
}

/** Loop sends UTC without a place; the network's own offset is what its patients' clocks show. */
const inOffset = (wire: string, offset: UtcOffset) => ({ ...placeTimeOf(wire), offset });

/** A visit has no times of its own: they are its slot's, and unknown without it. */
export function translateVisit(
  wire: WireVisit,
  {
    slot,
    provider,
    person,
    offset,
    now,
  }: {
    slot: WireSlot | undefined;
    provider: WireProvider | undefined;
    person: string;
    offset: UtcOffset;
    now: Date;
  },
): LoopVisit {
  const status = statusOf(wire);
  const starts = slot ? inOffset(slot.start_time, offset) : null;
  return {
    kind: 'visit',
    source: 'visits',
    id: wire.id,
    person,
    status,
    starts,
    ends: slot ? inOffset(slot.end_time, offset) : null,
    place: null,
    who: provider ? { name: provider.name, role: provider.specialty ?? null } : null,
    can: { cancel: canCancel({ kind: 'visit', status, starts }, now) },
    visitType: wire.visit_type,
    reason: wire.reason,
    cancelReason: wire.cancel_reason,
  };
}
