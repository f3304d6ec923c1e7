import type { AppointmentRequest, ClinicVisit, HomeCall, LoopVisit, OfferedTime } from '#contract/booking.ts';
import type { Doctor, Slot } from '#contract/slot.ts';
import type { Ticket } from '#server/upstreams/kit/ticket.ts';

export const clinicId = '11111111-1111-4111-8111-111111111111';
export const doctorId = '22222222-2222-4222-8222-222222222222';
export const slotId = '33333333-3333-4333-8333-333333333333';

const place = { clinicId, name: 'Поликлиника № 1', address: 'ул. Садовая, 1', phone: '+7 812 000-00-01' };
const doctor: Doctor = { id: doctorId, name: 'Громов П. А.', position: null, room: '12', freeTickets: 3 };
export const doctors = [doctor];
export const clinics = [
  {
    ...place,
    id: clinicId,
    forChildren: false,
    online: true,
    statusSince: null,
    worktimes: null,
  },
];

export const freeSlot: Slot = {
  id: slotId,
  clinicId,
  doctorId,
  starts: { at: '2026-03-09T07:00:00.000Z', offset: '+03:00' },
  ends: { at: '2026-03-09T07:15:00.000Z', offset: '+03:00' },
  capacity: 1,
  used: 0,
  availability: 'free',
  note: null,
};

/** Another time that a visit may be moved to. */
export const otherTime: OfferedTime = {
  id: 'time-2',
  starts: { at: '2026-03-10T07:00:00.000Z', offset: '+03:00' },
  ends: { at: '2026-03-10T07:15:00.000Z', offset: '+03:00' },
};

export const ticketOf = (ticketId: string): Ticket => ({
  ticketId,
  number: '007',
  slotId,
  starts: freeSlot.starts,
  ends: freeSlot.ends,
  place,
  doctorName: doctor.name,
  speciality: 'Терапевт',
  madeAt: null,
});

const common = (id: string, person: string) => ({
  id,
  person,
  starts: freeSlot.starts,
  ends: freeSlot.ends,
  place,
  who: { name: doctor.name, role: 'Терапевт' },
  can: { cancel: { allowed: true }, move: { allowed: true } } as const,
});

export const clinicVisit = (id: string, person = 'self'): ClinicVisit => ({
  ...common(id, person),
  kind: 'clinic-visit',
  source: 'clinic-visits',
  status: { kind: 'booked' },
  ticketNumber: '007',
  room: '12',
  floor: 1,
  partOfCheckUp: false,
  madeAt: null,
  history: [],
});

export const homeCall = (id: string, person = 'self'): HomeCall => ({
  ...common(id, person),
  kind: 'home-call',
  source: 'home-calls',
  status: { kind: 'new' },
  address: 'ул. Лесная, 2',
  statusSince: null,
});

export const loopVisit = (id: string, person = 'self'): LoopVisit => ({
  ...common(id, person),
  kind: 'visit',
  source: 'visits',
  status: { kind: 'booked' },
  slot: { id: 'time-1', doctorId },
  visitType: 'consultation',
  reason: null,
  cancelReason: null,
});

export const appointmentRequest = (id: string, orderId: number, person = 'self'): AppointmentRequest => ({
  ...common(id, person),
  kind: 'appointment-request',
  source: 'requests',
  status: { kind: 'times-offered' },
  starts: null,
  ends: null,
  orderId,
  dateFrom: '2026-03-10',
  offeredTimes: [{ id: 'time-1', starts: freeSlot.starts, ends: freeSlot.starts }],
});
