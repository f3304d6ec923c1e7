import type { AppointmentRequest, BookingStatus, TechnicianVisit } from '#contract/booking.ts';
import { canCancel } from '#contract/rules/can-cancel.ts';
import { canMove } from '#contract/rules/can-move.ts';
import type { KnownRequest } from '../kit/ports.ts';
import { placeTimeWithOffset } from '../kit/wire-time.ts';
import type { WireAppointment, WireRequest } from './connect-wire.ts';

function requestStatus(wireStatus: string): BookingStatus {
  switch (wireStatus.toLowerCase()) {
    case 'offered':
      return { kind: 'times-offered' };
    case 'cancelled':
      return { kind: 'cancelled', at: null };
    case 'converted':
    case 'booked':
      return { kind: 'became-visit' };
    default:
      return { kind: 'unrecognised', wireStatus };
  }
}

export function appointmentStatus(wireStatus: string): BookingStatus {
  switch (wireStatus.toLowerCase()) {
    case 'booked':
    case 'reserved':
      return { kind: 'booked' };
    case 'in progress':
      return { kind: 'in-progress' };
    case 'cancelled':
      return { kind: 'cancelled', at: null };
    default:
      return { kind: 'unrecognised', wireStatus };
  }
}

const common = (known: KnownRequest, person: string) => ({
  source: 'requests' as const,
  id: String(known.requestId),
  person,
  place: null,
  who: null,
});

/** A request as Connect has it; null is "still looking for times" (202). */
export function translateRequest(
  wire: WireRequest | null,
  known: KnownRequest,
  person: string,
  now: Date,
): AppointmentRequest {
  const status: BookingStatus = wire ? requestStatus(wire.status) : { kind: 'looking-for-times' };
  const seen = { kind: 'appointment-request', status, starts: null } as const;
  return {
    ...common(known, person),
    kind: 'appointment-request',
    status,
    starts: null,
    ends: null,
    can: { cancel: canCancel(seen, now), move: canMove(seen, now) },
    orderId: wire?.orderId ?? known.orderId,
    dateFrom: known.dateFrom,
    offeredTimes: (wire?.slots ?? []).map(({ id, startTime, endTime, timezoneOffset }) => ({
      id,
      starts: placeTimeWithOffset(startTime, timezoneOffset),
      ends: placeTimeWithOffset(endTime, timezoneOffset),
    })),
  };
}

/** A technician's visit that the request became. */
export function translateAppointment(
  wire: WireAppointment,
  known: KnownRequest,
  person: string,
  now: Date,
): TechnicianVisit {
  const status = appointmentStatus(wire.status);
  const starts = placeTimeWithOffset(wire.startTime, wire.timezoneOffset);
  const seen = { kind: 'technician-visit', status, starts } as const;
  return {
    ...common(known, person),
    kind: 'technician-visit',
    status,
    starts,
    ends: placeTimeWithOffset(wire.endTime, wire.timezoneOffset),
    can: { cancel: canCancel(seen, now), move: canMove(seen, now) },
    orderId: wire.orderId,
  };
}
