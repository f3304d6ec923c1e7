import type { Booking, ClinicVisit, HomeCall, LoopVisit } from '../booking.ts';

/** What every kind has, as plain as it may be. */
const common = {
  id: 'a1',
  person: 'self',
  status: { kind: 'booked' },
  starts: { at: '2026-11-23T07:20:00.000Z', offset: '+03:00' },
  ends: null,
  place: null,
  who: null,
  can: { cancel: { allowed: true }, move: { allowed: true } },
} as const;

/** A booked visit to a clinic. A test names what it is about; the rest is of no account. */
export const clinicVisit = (named: Partial<ClinicVisit> = {}): ClinicVisit => ({
  ...common,
  kind: 'clinic-visit',
  source: 'clinic-visits',
  ticketNumber: null,
  room: null,
  floor: null,
  partOfCheckUp: false,
  madeAt: null,
  history: [],
  ...named,
});

/** A doctor who is called home. */
export const homeCall = (named: Partial<HomeCall> = {}): HomeCall => ({
  ...common,
  kind: 'home-call',
  source: 'home-calls',
  address: null,
  statusSince: null,
  ...named,
});

/** A visit on the Loop platform. */
export const loopVisit = (named: Partial<LoopVisit> = {}): LoopVisit => ({
  ...common,
  kind: 'visit',
  source: 'visits',
  visitType: 'telehealth',
  reason: null,
  cancelReason: null,
  ...named,
});

/** A technician who comes: what a request has become. */
export const technicianVisit = (): Booking => ({
  ...common,
  kind: 'technician-visit',
  source: 'requests',
  orderId: 1,
});
