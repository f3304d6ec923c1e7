import * as z from 'zod/mini';
import { calendarDay, instant, placeTime, utcOffset } from './time.ts';

/** Where bookings come from. One source each, so that one slow vendor hides nothing. */
export const source = z.enum(['clinic-visits', 'home-calls', 'requests', 'visits']);
export type Source = z.infer<typeof source>;
export const sources = source.options;

/** What the upstream says of a booking. What we do not know is kept as it came and never guessed. */
export const bookingStatus = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('booked') }),
  z.object({ kind: z.literal('new') }),
  z.object({ kind: z.literal('in-progress') }),
  z.object({ kind: z.literal('completed') }),
  z.object({ kind: z.literal('missed') }),
  z.object({ kind: z.literal('transferred') }),
  z.object({
    kind: z.literal('cancelled'),
    at: z.nullable(instant),
    /** Who did it, where it was done here: no vendor says. */
    by: z.optional(z.enum(['patient', 'parent', 'registrar'])),
  }),
  /** A request: the provider is still looking for times. */
  z.object({ kind: z.literal('looking-for-times') }),
  /** A request: times are offered, one may be chosen. */
  z.object({ kind: z.literal('times-offered') }),
  /** A request that became a technician's visit. */
  z.object({ kind: z.literal('became-visit') }),
  z.object({ kind: z.literal('unrecognised'), wireStatus: z.string() }),
]);
export type BookingStatus = z.infer<typeof bookingStatus>;

/** A verdict says why not, so that no screen has to guess the sentence. */
export const cancelVerdict = z.discriminatedUnion('allowed', [
  z.object({ allowed: z.literal(true) }),
  z.object({
    allowed: z.literal(false),
    reason: z.enum([
      'already-cancelled',
      'past',
      'over',
      'in-progress',
      'status-unclear',
      'became-visit',
      'not-offered',
    ]),
  }),
]);
export type CancelVerdict = z.infer<typeof cancelVerdict>;

export const moveVerdict = z.discriminatedUnion('allowed', [
  z.object({ allowed: z.literal(true) }),
  z.object({
    allowed: z.literal(false),
    reason: z.enum([
      'already-cancelled',
      'past',
      'over',
      'in-progress',
      'status-unclear',
      'became-visit',
      'part-of-check-up',
      'not-offered',
    ]),
  }),
]);
export type MoveVerdict = z.infer<typeof moveVerdict>;

export const place = z.object({
  /** The clinic's id (`lpuGuid`) where there is one. */
  clinicId: z.nullable(z.string()),
  name: z.string(),
  address: z.nullable(z.string()),
  phone: z.nullable(z.string()),
});
export type Place = z.infer<typeof place>;

const common = {
  source,
  /** The upstream's id, opaque to the browser. `source` + `id` is stable and is the booking's address. */
  id: z.string(),
  /** `ref` of the person it is for. */
  person: z.string(),
  status: bookingStatus,
  starts: z.nullable(placeTime),
  ends: z.nullable(placeTime),
  place: z.nullable(place),
  /** Who sees the patient: the name as the upstream gives it, and the role or speciality. */
  who: z.nullable(z.object({ name: z.string(), role: z.nullable(z.string()) })),
  /** Its place in a doctor's schedule, where the upstream names it: what a move starts from. */
  slot: z.optional(z.object({ id: z.string(), doctorId: z.string() })),
  can: z.object({
    cancel: cancelVerdict,
    /** What is not understood is not offered; and the journal holds bookings from before there were moves. */
    move: z.catch(moveVerdict, { allowed: false, reason: 'not-offered' }),
  }),
};

export const historyEntry = z.object({
  at: instant,
  offset: utcOffset,
  text: z.string(),
  by: z.nullable(z.string()),
});

/** A visit to a clinic (MIS ticket). */
export const clinicVisit = z.object({
  ...common,
  kind: z.literal('clinic-visit'),
  /** The ticket's number as text: it keeps its zeros. */
  ticketNumber: z.nullable(z.string()),
  room: z.nullable(z.string()),
  floor: z.nullable(z.int()),
  /** Part of a dispensary check-up: cancelled as such, after a plain warning. */
  partOfCheckUp: z.boolean(),
  madeAt: z.nullable(placeTime),
  history: z.array(historyEntry),
});

/** A doctor's call to the patient's home (MIS). */
export const homeCall = z.object({
  ...common,
  kind: z.literal('home-call'),
  address: z.nullable(z.string()),
  statusSince: z.nullable(placeTime),
});

/** A time the provider offers in answer to a request. */
export const offeredTime = z.object({ id: z.string(), starts: placeTime, ends: placeTime });
export type OfferedTime = z.infer<typeof offeredTime>;

/** A request for a technician's visit (Connect). Not a booking, and never called one on a screen. */
export const appointmentRequest = z.object({
  ...common,
  kind: z.literal('appointment-request'),
  orderId: z.int(),
  dateFrom: z.nullable(calendarDay),
  offeredTimes: z.array(offeredTime),
});

/** A technician's visit that a request became (Connect). */
export const technicianVisit = z.object({
  ...common,
  kind: z.literal('technician-visit'),
  orderId: z.nullable(z.int()),
});

/** A visit (Loop). Its times are the slot's. */
export const loopVisit = z.object({
  ...common,
  kind: z.literal('visit'),
  visitType: z.string(),
  reason: z.nullable(z.string()),
  cancelReason: z.nullable(z.string()),
});

export const booking = z.discriminatedUnion('kind', [
  clinicVisit,
  homeCall,
  appointmentRequest,
  technicianVisit,
  loopVisit,
]);
export type Booking = z.infer<typeof booking>;
export type BookingKind = Booking['kind'];
export type ClinicVisit = z.infer<typeof clinicVisit>;
export type HomeCall = z.infer<typeof homeCall>;
export type AppointmentRequest = z.infer<typeof appointmentRequest>;
export type TechnicianVisit = z.infer<typeof technicianVisit>;
export type LoopVisit = z.infer<typeof loopVisit>;

/**
 * `GET /api/bookings/:source?person=`: everything that one source has for one person, in no order. As newline-delimited JSON:
 * a booking a line, and at the end, where records could not be read, a list of none that counts them.
 */
export const bookingList = z.object({
  bookings: z.array(booking),
  /** How many more records the source has that could not be read; absent where there are none. */
  unreadable: z.optional(z.int()),
});
export type BookingList = z.infer<typeof bookingList>;
