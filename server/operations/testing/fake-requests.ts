import type { AppointmentRequest, OfferedTime } from '#contract/booking.ts';
import type { AppointmentRequests, AppointmentState, KnownRequest } from '#server/upstreams/kit/ports.ts';
import { refusal, type Script } from './script.ts';

const offered: OfferedTime = {
  id: 'time-1',
  starts: { at: '2026-11-26T07:00:00.000Z', offset: '+03:00' },
  ends: { at: '2026-11-26T08:00:00.000Z', offset: '+03:00' },
};

const confirmed = <T>(value: T) => ({ kind: 'confirmed', value, status: 200, code: null }) as const;

/** Requests as Connect has them: known by number alone, and never listed. */
export class FakeRequests {
  readonly standing = new Map<number, AppointmentRequest['status']>();
  /** What the appointment says once a booking was taken up. */
  appointment: AppointmentState = { kind: 'booked' };
  readonly #script: Script;

  constructor(script: Script) {
    this.#script = script;
  }

  readonly port: AppointmentRequests = {
    requestTimes: async (_patient, { orderId }) =>
      this.#script.write(`request-times ${orderId}`, () => {
        const requestId = 501 + this.standing.size;
        this.standing.set(requestId, { kind: 'times-offered' });
        return confirmed({ requestId });
      }),
    read: async ({ ref }, known) => this.#script.read(() => this.#asked(ref, known)),
    bookTime: async (_patient, { requestId }) =>
      this.#script.write(`book-time ${requestId}`, () => {
        if (this.standing.get(requestId)?.kind !== 'times-offered')
          return refusal('connect.book-time.not-found');
        this.standing.set(requestId, { kind: 'became-visit' });
        return confirmed({ appointmentLocation: '/api/connect/orders/appointments/9' });
      }),
    appointment: async () => this.#script.read(() => this.appointment),
    cancel: async (_patient, { id }) =>
      this.#script.write(`cancel requests/${id}`, () => {
        if (this.standing.get(Number(id))?.kind !== 'times-offered')
          return refusal('connect.cancel-request.not-found');
        this.standing.set(Number(id), { kind: 'cancelled', at: null });
        return confirmed(null);
      }),
  };

  #asked(person: string, { requestId, orderId, dateFrom }: KnownRequest): AppointmentRequest | null {
    const status = this.standing.get(requestId);
    if (!status) return null;
    return {
      kind: 'appointment-request',
      source: 'requests',
      id: String(requestId),
      person,
      status,
      starts: null,
      ends: null,
      place: null,
      who: null,
      can: { cancel: { allowed: true }, move: { allowed: true } },
      orderId,
      dateFrom,
      offeredTimes: status.kind === 'times-offered' ? [offered] : [],
    };
  }
}
