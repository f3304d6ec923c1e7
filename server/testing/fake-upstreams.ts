import type { Booking } from '#contract/booking.ts';
import type { WriteOutcome } from '#server/upstreams/kit/outcome.ts';
import type { Patient } from '#server/upstreams/kit/patient.ts';
import type { BookingSource, Upstreams } from '#server/upstreams/kit/ports.ts';
import { absent, listed } from '#server/upstreams/kit/reading.ts';
import {
  appointmentRequest,
  clinicVisit,
  clinics,
  doctors,
  freeSlot,
  homeCall,
  loopVisit,
  otherTime,
  ticketOf,
} from './fake-bookings.ts';

/** One write that an upstream was asked for, and on whose behalf. */
export interface Asked {
  readonly write: string;
  readonly patient: Patient;
  readonly what: unknown;
}

const done = <T>(value: T): WriteOutcome<T> => ({ kind: 'confirmed', value, status: 200, code: null });

/** Clinics, Connect and Loop as their ports: everybody has one booking of each kind, and every write works and is noted. */
export function fakeUpstreams() {
  const asked: Asked[] = [];
  const note = (write: string, patient: Patient, what: unknown) => asked.push({ write, patient, what });
  const tickets = new Map<string, string>();
  let numbers = 0;
  const next = () => (numbers += 1);

  const sourceOf = (
    source: BookingSource['source'],
    make: (patient: Patient) => readonly Booking[],
  ): BookingSource => {
    const cancelled = new Set<string>();
    const standing = (patient: Patient) => make(patient).filter(({ id }) => !cancelled.has(id));
    return {
      source,
      list: async (patient) => standing(patient),
      read: async (patient, { id }) => {
        const booking = standing(patient).find((candidate) => candidate.id === id);
        return booking ? listed(booking) : absent(true);
      },
      cancel: async (patient, booking, choice) => {
        note(`cancel ${source}`, patient, { id: booking.id, choice });
        cancelled.add(booking.id);
        return done(null);
      },
    };
  };

  const upstreams = {
    clinicVisits: sourceOf('clinic-visits', (patient) =>
      [`visit-${patient.policy}`, tickets.get(patient.policy)].flatMap((id) =>
        id ? [clinicVisit(id, patient.ref)] : [],
      ),
    ),
    homeCalls: sourceOf('home-calls', ({ policy, ref }) => [homeCall(`call-${policy}`, ref)]),
    visits: {
      ...sourceOf('visits', ({ loopPatientId, ref }) =>
        loopPatientId === null ? [] : [loopVisit(`visit-${loopPatientId}`, ref)],
      ),
      timesFor: async () => [otherTime],
      move: async (patient, { id }, timeId) => {
        note('move visits', patient, { id, timeId });
        return done(null);
      },
    },
    schedule: {
      clinics: async () => clinics,
      specialities: async () => [{ id: '1', name: 'Терапевт' }],
      doctors: async () => doctors,
      slots: async () => [freeSlot],
      reserve: async (patient, what) => {
        note('reserve', patient, what);
        const ticket = ticketOf(`ticket-${next()}`);
        tickets.set(patient.policy, ticket.ticketId);
        return done(ticket);
      },
      confirm: async (patient, what) => {
        note('confirm', patient, what);
        return done(ticketOf(tickets.get(patient.policy) ?? ''));
      },
      release: async (patient, what) => {
        note('release', patient, what);
        tickets.delete(patient.policy);
        return done(null);
      },
      ticketsIn: async ({ policy }) => {
        const ticket = tickets.get(policy);
        return { tickets: ticket === undefined ? [] : [ticketOf(ticket)], covered: true };
      },
    },
    waitingList: {
      wait: async (patient, what) => {
        note('wait', patient, what);
        return done(null);
      },
    },
    requests: {
      requestTimes: async (patient, what) => {
        note('request-times', patient, what);
        return done({ requestId: next() });
      },
      read: async ({ ref }, { requestId, orderId }) => appointmentRequest(String(requestId), orderId, ref),
      bookTime: async (patient, what) => {
        note('book-time', patient, what);
        return done({ appointmentLocation: '/appointments/1' });
      },
      appointment: async () => ({ kind: 'booked' }),
      cancel: async (patient, { id }) => {
        note('cancel requests', patient, id);
        return done(null);
      },
    },
    findPatient: async ({ policy }) => ({ found: policy.startsWith('5'), name: null }),
    close: async () => undefined,
  } satisfies Upstreams;

  return { ...upstreams, asked, writes: () => asked.map(({ write }) => write) };
}

export type FakeUpstreams = ReturnType<typeof fakeUpstreams>;
