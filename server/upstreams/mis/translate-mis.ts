import type { BookingStatus, ClinicVisit, HomeCall, Place } from '#contract/booking.ts';
import { ageOn } from '#contract/rules/age-category.ts';
import { canCancel } from '#contract/rules/can-cancel.ts';
import { canMove } from '#contract/rules/can-move.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import type { Clinic, Doctor, Slot } from '#contract/slot.ts';
import type { PlaceTime } from '#contract/time.ts';
import { placeTimeOf } from '../kit/wire-time.ts';
import type { Ticket } from '../kit/ticket.ts';
import type { WireCall, WireDoctor, WireLpu, WireSlot, WireTicket } from './mis-wire.ts';

const filled = (text: string | null | undefined) => text?.trim() || null;
/** «нет», or hours, in the place of a number cannot be called: then there is none. */
const phoneOf = ({ phone }: Pick<WireLpu, 'phone'>) =>
  (phone ?? '').replace(/\d{1,2}[:.]\d{2}/g, '').replace(/\D/g, '').length >= 5 ? filled(phone) : null;

const time = (wire: string | null | undefined): PlaceTime | null => (wire ? placeTimeOf(wire) : null);

export const translatePlace = (lpu: WireLpu): Place => ({
  clinicId: lpu.guid,
  name: lpu.name,
  address: filled(lpu.address),
  phone: phoneOf(lpu),
});

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const translateClinic = (lpu: WireLpu): Clinic => ({
  id: lpu.guid,
  name: lpu.name,
  address: filled(lpu.address),
  phone: phoneOf(lpu),
  forChildren: lpu.isChildrenPolyclinic ?? false,
  online: lpu.status?.name === 'Online',
  statusSince: time(lpu.status?.lastChangeTime),
  worktimes: lpu.worktimes
    ? {
        monday: null,
        tuesday: null,
        wednesday: null,
        thursday: null,
        friday: null,
        saturday: null,
        sunday: null,
        ...Object.fromEntries(weekdays.map((day) => [day, filled(lpu.worktimes?.[day])])),
      }
    : null,
});

/** What every doctor is called tells none from another. */
const anyDoctor = /^(врач|доктор|специалист)$/i;

/** The speciality stands in for a role that says nothing. */
const roleOf = ({ doctorRole, speciality }: Pick<WireTicket, 'doctorRole' | 'speciality'>) => {
  const role = filled(doctorRole);
  return role && !anyDoctor.test(role) ? role : (filled(speciality) ?? role);
};

/** A ticket has no status on the wire: that it is listed is all that is known. */
export function translateTicket(wire: WireTicket, person: string, now: Date): ClinicVisit {
  const status: BookingStatus = { kind: 'booked' };
  const starts = time(wire.beginTime);
  const name = filled(wire.docFio);
  const doctorId = filled(wire.docGuid);
  const partOfCheckUp = Boolean(filled(wire.dispExamGuid));
  const known = { kind: 'clinic-visit', status, starts, partOfCheckUp } as const;
  return {
    kind: 'clinic-visit',
    source: 'clinic-visits',
    id: wire.ticketGuid,
    person,
    status,
    starts,
    ends: time(wire.endTime),
    place: translatePlace(wire.lpu),
    who: name ? { name, role: roleOf(wire) } : null,
    ...(wire.timeTableGuid && doctorId ? { slot: { id: wire.timeTableGuid, doctorId } } : {}),
    can: { cancel: canCancel(known, now), move: canMove(known, now) },
    ticketNumber: filled(wire.num),
    room: filled(wire.room),
    floor: wire.flat ?? null,
    partOfCheckUp,
    madeAt: time(wire.dateOfAppointment),
    history: (wire.history ?? []).flatMap(({ element, newValue, editor, date }) => {
      const text = [filled(element), filled(newValue)].filter(Boolean).join(': ');
      const at = time(date);
      return at && text ? [{ ...at, text, by: filled(editor) }] : [];
    }),
  };
}

export const translateHold = (wire: WireTicket): Ticket => ({
  ticketId: wire.ticketGuid,
  number: filled(wire.num),
  slotId: wire.timeTableGuid ?? null,
  starts: time(wire.beginTime),
  ends: time(wire.endTime),
  place: translatePlace(wire.lpu),
  doctorName: filled(wire.docFio),
  speciality: filled(wire.speciality),
  madeAt: time(wire.dateOfAppointment)?.at ?? null,
});

const callStatus = (wire: WireCall): BookingStatus => {
  switch (wire.status) {
    case 0:
      return { kind: 'new' };
    case 1:
      return { kind: 'booked' };
    case 2:
    case 5:
      return { kind: 'completed' };
    case 3:
      return { kind: 'cancelled', at: time(wire.dateStatus)?.at ?? null };
    case 4:
      return { kind: 'transferred' };
    default:
      return { kind: 'unrecognised', wireStatus: String(wire.status) };
  }
};

export function translateCall(wire: WireCall, person: string, now: Date): HomeCall {
  const status = callStatus(wire);
  const starts = placeTimeOf(wire.dateCall);
  const name = filled(wire.docFio);
  const known = { kind: 'home-call', status, starts } as const;
  return {
    kind: 'home-call',
    source: 'home-calls',
    id: wire.callDoctorGuid,
    person,
    status,
    starts,
    ends: null,
    place: wire.lpu ? translatePlace(wire.lpu) : null,
    who: name ? { name, role: filled(wire.doctorRole) } : null,
    can: { cancel: canCancel(known, now), move: canMove(known, now) },
    address: filled(wire.address),
    statusSince: time(wire.dateStatus),
  };
}

export function translateDoctor(wire: WireDoctor): Doctor {
  const fullName = [wire.family, wire.name, wire.surname].map(filled).filter(Boolean).join(' ');
  return {
    id: wire.id,
    name: filled(wire.displayName) ?? fullName,
    position: filled(wire.position),
    room: filled(wire.room),
    freeTickets: wire.schedule
      ? wire.schedule.reduce((sum, { count_tickets }) => sum + (count_tickets ?? 0), 0)
      : null,
  };
}

const bookableRights = new Set(['internet', 'doctor']);

/** What this patient could do with a cell; anything that is not known to be free is not offered. */
function availabilityOf(wire: WireSlot, birthDate: string, now: Date): Slot['availability'] {
  const starts = placeTimeOf(wire.beginTime);
  if (wire.status === 'Expired' || Date.parse(starts.at) <= now.getTime()) return 'past';
  if (wire.status === 'Booked' || wire.usedCount >= wire.count) return 'taken';
  if (wire.status === 'Unauthorized') return 'no-right';
  if (wire.status !== 'Available') return 'unavailable';
  const age = ageOn(birthDate, placeDay(starts));
  if ((wire.ageFrom ?? 0) > age || (wire.ageTo ?? Number.POSITIVE_INFINITY) < age) return 'age';
  const rights = (wire.flagAccess ?? '').split(',').map((right) => right.trim().toLowerCase());
  return rights.some((right) => bookableRights.has(right)) ? 'free' : 'no-right';
}

export const translateSlot = (
  wire: WireSlot,
  {
    clinicId,
    doctorId,
    birthDate,
    now,
  }: { clinicId: string; doctorId: string; birthDate: string; now: Date },
): Slot => ({
  id: wire.timeTableGuid,
  clinicId,
  doctorId,
  starts: placeTimeOf(wire.beginTime),
  ends: placeTimeOf(wire.endTime),
  capacity: wire.count,
  used: wire.usedCount,
  availability: availabilityOf(wire, birthDate, now),
  note: filled(wire.message),
});
