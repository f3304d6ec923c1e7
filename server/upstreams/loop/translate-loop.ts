import type { BookingStatus, LoopVisit, OfferedTime } from '#contract/booking.ts';
import { canCancel } from '#contract/rules/can-cancel.ts';
import { canMove } from '#contract/rules/can-move.ts';
import type { UtcOffset } from '#contract/time.ts';
import { placeTimeOf } from '../kit/wire-time.ts';
import { loopStatus } from './loop-status.ts';
import { wireMoment, type WireOffer, type WireProvider, type WireSlot, type WireVisit } from './loop-wire.ts';

/** Loop declares no format for the time of a cancellation: what is none, or none for certain, is not known. */
function momentOf(wire: string | null): string | null {
  const moment = wireMoment.safeParse(wire);
  return moment.success ? placeTimeOf(moment.data).at : null;
}

function statusOf({ status, cancelled_at }: WireVisit): BookingStatus {
  switch (loopStatus(status)) {
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
  const known = { kind: 'visit', status, starts } as const;
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
    slot: { id: wire.slot_id, doctorId: wire.provider_id },
    can: { cancel: canCancel(known, now), move: canMove(known, now) },
    visitType: wire.visit_type,
    reason: wire.reason,
    cancelReason: wire.cancel_reason,
  };
}

/** What can still be taken of a provider's slots, earliest first. */
export const translateTimes = (slots: WireOffer['slots'], offset: UtcOffset, now: Date): OfferedTime[] =>
  slots
    .filter(({ booked, start_time }) => !booked && Date.parse(start_time) > now.getTime())
    .map(({ id, start_time, end_time }) => ({
      id,
      starts: inOffset(start_time, offset),
      ends: inOffset(end_time, offset),
    }))
    .toSorted((a, b) => Date.parse(a.starts.at) - Date.parse(b.starts.at));
