import type { AppointmentRequest, Booking, OfferedTime, Source } from '#contract/booking.ts';
import type { AgeCategory, Clinic, Doctor, Slot, Speciality } from '#contract/slot.ts';
import type { FailureReport } from '#contract/operation.ts';
import type { WaitInput } from '#contract/waiting.ts';
import type { WriteOutcome } from './outcome.ts';
import type { Patient } from './patient.ts';
import type { CellReading, Reading } from './reading.ts';
import type { Rows } from './rows.ts';
import type { Ticket } from './ticket.ts';

/** What the person chose when cancelling; each source takes what it knows. */
export interface CancelChoice {
  readonly reasonCode?: number | undefined;
  readonly reason?: string | undefined;
  /** Plain consent to cancel a visit that is part of a check-up (`examGuid`, seed 000). */
  readonly asCheckUp?: boolean | undefined;
}

/**
 * One source of bookings. Reads throw `ReadFailure`; writes never throw for what the upstream said or did not say,
 * they answer a `WriteOutcome`. `now` is an argument wherever a verdict depends on it.
 */
export interface BookingSource {
  readonly source: Source;
  /** Everything of this patient, past included. Only this patient's: the adapter constrains the vendor's list. */
  list(patient: Patient, now: Date): Promise<Rows<Booking>>;
  /** Reads a booking again. What its absence proves depends on what else the same answer shows. Throws `ReadFailure`. */
  read(patient: Patient, booking: Pick<Booking, 'id' | 'place'>, now: Date): Promise<Reading>;
  /** One attempt, one deadline. Settling an unknown outcome is the caller's work, through `read`. */
  cancel(patient: Patient, booking: Booking, choice: CancelChoice, now: Date): Promise<WriteOutcome<null>>;
}

/** A source whose upstream moves a booking by itself: the same booking, at another time. */
export interface MovingSource extends BookingSource {
  /** The free times that a booking may be moved to, earliest first. */
  timesFor(patient: Patient, booking: Booking, now: Date): Promise<readonly OfferedTime[]>;
  /** One attempt, one deadline, as `cancel`. */
  move(patient: Patient, booking: Booking, timeId: string): Promise<WriteOutcome<null>>;
}

/** The clinics' schedules and holds (MIS). */
export interface Schedule {
  clinics(patient: Patient): Promise<Rows<Clinic>>;
  specialities(patient: Patient, clinicId: string): Promise<Rows<Speciality>>;
  doctors(patient: Patient, clinicId: string, specialityId: string): Promise<Rows<Doctor>>;
  /** Cells from `dateFrom` to `dateTo` (calendar days, inclusive), with what this patient could do with each. */
  slots(
    patient: Patient,
    where: { clinicId: string; doctorId: string; dateFrom: string; dateTo: string },
    now: Date,
  ): Promise<Rows<Slot>>;
  /** Keeps a cell for `minutes` (seed 002). Not idempotent: one attempt, never repeated. */
  reserve(
    patient: Patient,
    what: { clinicId: string; slotId: string; ageCategory: AgeCategory; minutes: number },
  ): Promise<WriteOutcome<Ticket>>;
  /** Turns a hold into a visit. The answered ticket's id may differ from the hold's. */
  confirm(patient: Patient, what: { clinicId: string; slotId: string }): Promise<WriteOutcome<Ticket>>;
  /** Gives a held time back (the seed's own cancel). A ticket that is gone already counts as given back. */
  release(patient: Patient, what: { clinicId: string; ticketId: string }): Promise<WriteOutcome<null>>;
  /** The patient's tickets in a cell, holds and visits: how an unknown reservation is resolved. Throws `ReadFailure`. */
  ticketsIn(
    patient: Patient,
    where: { readonly clinicId: string; readonly slotId: string },
    now: Date,
  ): Promise<CellReading>;
}

/** What the journal knows of a request, since Connect has no list. */
export interface KnownRequest {
  readonly requestId: number;
  readonly orderId: number;
  readonly dateFrom: string | null;
  /** Where the answer to "what became of my booking" is, once a time was booked (`Location`). */
  readonly appointmentLocation: string | null;
}

/** `booked` is the appointment's own word; `pending` is no word yet. */
export type AppointmentState =
  { readonly kind: 'booked' | 'pending' } | { readonly kind: 'refused'; readonly report: FailureReport };

/** Requests for a technician's visit (Connect). Which are whose is known to our journal alone. */
export interface AppointmentRequests {
  /** Asks for times from a day on. Confirmed with the new request's id. */
  requestTimes(
    patient: Patient,
    what: { orderId: number; dateFrom: string },
  ): Promise<WriteOutcome<{ requestId: number }>>;
  /** How a request stands now; null when Connect does not show it (not ours, or not there). */
  read(patient: Patient, known: KnownRequest, now: Date): Promise<Booking | null>;
  /**
   * What became of a booking at the place where it was to be asked for: 201 and 202 only say that it was taken up. Throws
   * `ReadFailure` where the answer says neither.
   */
  appointment(patient: Patient, location: string): Promise<AppointmentState>;
  /** Asks to book an offered time. Confirmed with the place to ask for the visit: it is not booked before that says so. */
  bookTime(
    patient: Patient,
    what: { requestId: number; time: OfferedTime },
  ): Promise<WriteOutcome<{ appointmentLocation: string }>>;
  cancel(patient: Patient, request: AppointmentRequest): Promise<WriteOutcome<null>>;
}

/** The waiting list of a clinic (MIS): there is no reading it back. */
export interface WaitingList {
  /** Not idempotent: one attempt, never repeated. */
  wait(patient: Patient, what: Omit<WaitInput, 'person' | 'consent'>): Promise<WriteOutcome<null>>;
}

/** Everything that the server was configured to reach. An absent part is off and not shown. */
export interface Upstreams {
  readonly clinicVisits: BookingSource | null;
  readonly homeCalls: BookingSource | null;
  readonly visits: MovingSource | null;
  readonly schedule: Schedule | null;
  readonly waitingList: WaitingList | null;
  readonly requests: AppointmentRequests | null;
  /** Whether MIS knows this policy and birth date; how a registrar finds a patient. Answers the name where MIS tells it. */
  readonly findPatient: ((patient: Patient) => Promise<{ found: boolean; name: string | null }>) | null;
  close(): Promise<void>;
}
