import { randomUUID } from 'node:crypto';
import type { ClinicVisit } from '#contract/booking.ts';
import type { Slot } from '#contract/slot.ts';
import type { Patient } from '#server/upstreams/kit/patient.ts';
import type { BookingSource, Schedule } from '#server/upstreams/kit/ports.ts';
import type { Ticket } from '#server/upstreams/kit/ticket.ts';
import { absent, listed } from '#server/upstreams/kit/reading.ts';
import type { FakeClock } from './fake-clock.ts';
import { refusal, type Script } from './script.ts';

interface FakeTicket {
  id: string;
  readonly slotId: string;
  readonly policy: string;
  readonly madeAt: number;
  /** Null once it is a visit. */
  holdEnds: number | null;
}

const place = { clinicId: 'clinic-1', name: 'Поликлиника № 1', address: null, phone: null };

export const fakeSlot = (id: string, capacity = 1): Slot => ({
  id,
  clinicId: 'clinic-1',
  doctorId: 'doctor-1',
  starts: { at: '2026-11-25T09:00:00.000Z', offset: '+03:00' },
  ends: { at: '2026-11-25T09:15:00.000Z', offset: '+03:00' },
  capacity,
  used: 0,
  availability: 'free',
  note: null,
});

/** A clinic's schedule and its visits: capacity is never exceeded, holds run out, and a confirmed hold gets a new ticket (A3). */
export class FakeClinic {
  slots: Slot[] = [fakeSlot('slot-1'), fakeSlot('slot-2', 2)];
  tickets: FakeTicket[] = [];
  /** Whether a list shows that this clinic answered. */
  covers = true;
  /** A vendor may keep the hold's ticket for the visit. */
  keepsTickets = false;
  readonly #script: Script;
  readonly #clock: FakeClock;

  constructor(script: Script, clock: FakeClock) {
    this.#script = script;
    this.#clock = clock;
  }

  /** What is there now: a hold whose minutes are over is not. */
  standing(): FakeTicket[] {
    const now = this.#clock.now().getTime();
    this.tickets = this.tickets.filter(({ holdEnds }) => holdEnds === null || holdEnds > now);
    return this.tickets;
  }

  /** Somebody else takes a place. */
  sellTo(policy: string, slotId: string): void {
    this.tickets.push({
      id: randomUUID(),
      slotId,
      policy,
      holdEnds: null,
      madeAt: this.#clock.now().getTime(),
    });
  }

  /** A stranger takes a place, where there is one. */
  sellOneMore(slotId: string): void {
    if (this.#hasRoom(slotId)) this.sellTo(randomUUID(), slotId);
  }

  readonly schedule: Schedule = {
    clinics: async () => [],
    specialities: async () => [],
    doctors: async () => [],
    slots: async () => this.#script.read(() => this.slots),
    reserve: ({ policy }, { slotId, minutes }) =>
      this.#script.write(`reserve ${slotId}`, () => {
        if (this.#own(policy, slotId)) return refusal('mis.reserve.already-booked');
        if (!this.#hasRoom(slotId)) return refusal('mis.reserve.taken');
        const madeAt = this.#clock.now().getTime();
        return this.#made({ id: randomUUID(), slotId, policy, holdEnds: madeAt + minutes * 60_000, madeAt });
      }),
    confirm: ({ policy }, { slotId }) =>
      this.#script.write(`confirm ${slotId}`, () => {
        const own = this.#own(policy, slotId);
        if (own?.holdEnds === null) return refusal('mis.reserve.already-booked');
        if (!own && !this.#hasRoom(slotId)) return refusal('mis.reserve.taken');
        this.tickets = this.tickets.filter((ticket) => ticket !== own);
        const id = own && this.keepsTickets ? own.id : randomUUID();
        return this.#made({ id, slotId, policy, holdEnds: null, madeAt: this.#clock.now().getTime() });
      }),
    release: async (_patient, { ticketId }) =>
      this.#script.write(`release ${ticketId}`, () => {
        this.tickets = this.tickets.filter(({ id }) => id !== ticketId);
        return { kind: 'confirmed', value: null, status: 200, code: null };
      }),
    ticketsIn: async ({ policy }, { slotId }) =>
      this.#script.read(() => ({
        tickets: this.standing()
          .filter((ticket) => ticket.policy === policy && ticket.slotId === slotId)
          .map(wireTicket),
        covered: this.covers,
      })),
  };

  readonly visits: BookingSource = {
    source: 'clinic-visits',
    list: async (patient) => this.#script.read(() => this.#listed(patient)),
    read: async (patient, { id }) =>
      this.#script.read(() => {
        const visit = this.#listed(patient).find((candidate) => candidate.id === id);
        return visit ? listed(visit) : absent(this.covers);
      }),
    cancel: async (_patient, booking) =>
      this.#script.write(`cancel clinic-visits/${booking.id}`, () => {
        const before = this.standing().length;
        this.tickets = this.tickets.filter(({ id }) => id !== booking.id);
        return this.tickets.length < before
          ? { kind: 'confirmed', value: null, status: 200, code: null }
          : refusal('mis.cancel-visit.not-found');
      }),
  };

  #own(policy: string, slotId: string): FakeTicket | undefined {
    return this.standing().find((ticket) => ticket.policy === policy && ticket.slotId === slotId);
  }

  #hasRoom(slotId: string): boolean {
    const capacity = this.slots.find(({ id }) => id === slotId)?.capacity ?? 0;
    return this.standing().filter((ticket) => ticket.slotId === slotId).length < capacity;
  }

  #made(ticket: FakeTicket) {
    this.tickets.push(ticket);
    return { kind: 'confirmed', value: wireTicket(ticket), status: 200, code: null } as const;
  }

  /** Holds are listed like visits (A14). */
  #listed({ policy, ref }: Patient): ClinicVisit[] {
    return this.standing()
      .filter((ticket) => ticket.policy === policy)
      .map(({ id, slotId }) => ({
        kind: 'clinic-visit',
        source: 'clinic-visits',
        id,
        person: ref,
        status: { kind: 'booked' },
        starts: this.slots.find((slot) => slot.id === slotId)?.starts ?? null,
        ends: null,
        place,
        who: null,
        slot: { id: slotId, doctorId: 'doctor-1' },
        can: { cancel: { allowed: true }, move: { allowed: true } },
        ticketNumber: '007',
        room: null,
        floor: null,
        partOfCheckUp: false,
        madeAt: null,
        history: [],
      }));
  }
}

const wireTicket = ({ id, slotId, madeAt }: FakeTicket): Ticket => ({
  ticketId: id,
  number: '007',
  slotId,
  starts: null,
  ends: null,
  place,
  doctorName: 'Иванова И. И.',
  speciality: 'Терапия',
  madeAt: new Date(madeAt).toISOString(),
});
