import { randomUUID } from 'node:crypto';
import type { Booking } from '#contract/booking.ts';
import type { HoldInput, Operation } from '#contract/operation.ts';
import { ageCategoryOn } from '#contract/rules/age-category.ts';
import { canCancel } from '#contract/rules/can-cancel.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import { hold as holdSchema, type Hold, type Slot } from '#contract/slot.ts';
import type { Vault } from '#server/session/vault.ts';
import { outcomeUnknown } from '#server/upstreams/kit/failure-reports.ts';
import type { Patient } from '#server/upstreams/kit/patient.ts';
import type { Schedule, Ticket, Upstreams } from '#server/upstreams/kit/ports.ts';
import type { Database } from '#server/store/store.ts';
import type { Asked } from './cancel-booking.ts';
import type { Journal } from './journal.ts';
import { PortalFailure } from './portal-failure.ts';
import { confirmed, refused, unknown, type Settled } from './settled.ts';

export interface HoldDeps {
  readonly db: Database;
  readonly upstreams: Upstreams;
  readonly journal: Journal;
  readonly vault: Vault;
  readonly holdMinutes: number;
  readonly clock: () => Date;
}

/** A hold ends for us a little before it ends for the clinic. */
const safetyMs = 5_000;

/** How far ahead a chosen cell is looked for. */
const daysAhead = 60;

const scheduleOf = ({ upstreams }: HoldDeps): Schedule => {
  if (!upstreams.schedule) throw new PortalFailure('portal.not-found');
  return upstreams.schedule;
};

async function findSlot(deps: HoldDeps, patient: Patient, input: HoldInput): Promise<Slot | undefined> {
  const today = deps.clock().getTime();
  const [dateFrom = '', dateTo = ''] = [-1, daysAhead].map((days) =>
    new Date(today + days * 86_400_000).toISOString().slice(0, 10),
  );
  const where = { clinicId: input.clinicId, doctorId: input.doctorId, dateFrom, dateTo };
  return (await scheduleOf(deps).slots(patient, where, deps.clock())).find(({ id }) => id === input.slotId);
}

/** Keeps a time (seed 002). The age category is the patient's on the day of the visit, by the clinic's clock. */
export async function makeHold(deps: HoldDeps, asked: Asked, input: HoldInput): Promise<Operation> {
  const { actor, pseudonym, patient, key } = asked;
  const schedule = scheduleOf(deps);
  const known = await deps.journal.answered({ actor, key, kind: 'hold', target: input.slotId, body: input });
  if (known) return known;
  const slot = await findSlot(deps, patient, input);
  if (!slot) throw new PortalFailure('portal.not-found');
  const ageCategory = ageCategoryOn(patient.birthDate, placeDay(slot.starts));
  const intent = {
    actor,
    patient: pseudonym,
    person: patient.ref,
    key,
    kind: 'hold',
    target: slot.id,
    body: input,
  } as const;

  return deps.journal.run(
    { ...intent, snapshot: { booking: null, hold: null } },
    async (): Promise<Settled> => {
      const outcome = await schedule.reserve(patient, {
        clinicId: input.clinicId,
        slotId: slot.id,
        ageCategory,
        minutes: deps.holdMinutes,
      });
      if (outcome.kind === 'refused') return refused(outcome.report);
      const ticket =
        outcome.kind === 'confirmed'
          ? outcome.value
          : await schedule.ticketIn(patient, slot.id, deps.clock()).catch(() => null);
      if (!ticket) return unknown(outcome.kind === 'unknown' ? outcome.report : outcomeUnknown);
      return confirmed({ hold: await keepHold(deps, asked, { slot, ticket, ageCategory }) });
    },
  );
}

async function keepHold(
  { db, vault, holdMinutes, clock }: HoldDeps,
  { actor, pseudonym, patient }: Asked,
  { slot, ticket, ageCategory }: { slot: Slot; ticket: Ticket; ageCategory: Hold['ageCategory'] },
): Promise<Hold> {
  const keptUntil = new Date(clock().getTime() + holdMinutes * 60_000 - safetyMs);
  const hold: Hold = {
    id: randomUUID(),
    person: patient.ref,
    slot: { id: slot.id, starts: slot.starts, ends: slot.ends },
    place: ticket.place,
    doctor: { name: ticket.doctorName ?? '', speciality: ticket.speciality },
    ageCategory,
    keptUntil: keptUntil.toISOString(),
    state: 'held',
  };
  await db
    .insertInto('holds')
    .values({
      id: hold.id,
      actor,
      patient: pseudonym,
      person: patient.ref,
      clinic: slot.clinicId,
      slot: slot.id,
      ticket: ticket.ticketId,
      kept_until: keptUntil,
      state: 'held',
      snapshot: vault.seal(hold),
    })
    .execute();
  return hold;
}

/** The hold of this patient that is still kept; null where there is none. One whose time is over has lapsed. */
export async function currentHold({ db, vault, clock }: HoldDeps, pseudonym: string): Promise<Hold | null> {
  await db
    .updateTable('holds')
    .set({ state: 'lapsed' })
    .where('patient', '=', pseudonym)
    .where('state', '=', 'held')
    .where('kept_until', '<=', clock())
    .execute();
  const row = await db
    .selectFrom('holds')
    .selectAll()
    .where('patient', '=', pseudonym)
    .where('state', '=', 'held')
    .orderBy('kept_until', 'desc')
    .executeTakeFirst();
  const hold = row ? holdSchema.safeParse(vault.open(row.snapshot)) : null;
  return row && hold?.success ? { ...hold.data, person: row.person } : null;
}

async function ownHold({ db, vault }: HoldDeps, id: string, actor: string) {
  const row = await db
    .selectFrom('holds')
    .selectAll()
    .where('id', '=', id)
    .where('actor', '=', actor)
    .executeTakeFirst();
  const hold = row ? holdSchema.safeParse(vault.open(row.snapshot)) : null;
  if (!row || !hold?.success) throw new PortalFailure('portal.not-found');
  return { row, hold: { ...hold.data, state: row.state } satisfies Hold };
}

const moveTo = ({ db }: HoldDeps, id: string, state: Hold['state']) =>
  db.updateTable('holds').set({ state }).where('id', '=', id).execute();

const visitOf = (hold: Hold, ticket: Ticket, now: Date): Booking => {
  const starts = ticket.starts ?? hold.slot.starts;
  const name = ticket.doctorName ?? hold.doctor.name;
  return {
    kind: 'clinic-visit',
    source: 'clinic-visits',
    id: ticket.ticketId,
    person: hold.person,
    status: { kind: 'booked' },
    starts,
    ends: ticket.ends ?? hold.slot.ends,
    place: ticket.place,
    who: name ? { name, role: ticket.speciality ?? hold.doctor.speciality } : null,
    can: { cancel: canCancel({ kind: 'clinic-visit', status: { kind: 'booked' }, starts }, now) },
    ticketNumber: ticket.number,
    room: null,
    floor: null,
    partOfCheckUp: false,
    madeAt: null,
    history: [],
  };
};

/** Turns a hold into a visit. A hold whose time is over is refused without asking: the person chooses again. */
export async function confirmHold(deps: HoldDeps, asked: Asked, id: string): Promise<Operation> {
  const { actor, pseudonym, patient, key } = asked;
  const { row, hold } = await ownHold(deps, id, actor);
  const known = await deps.journal.answered({ actor, key, kind: 'confirm', target: id, body: null });
  if (known) return known;
  if (
    row.state === 'released' ||
    row.state === 'lapsed' ||
    (row.state === 'held' && row.kept_until <= deps.clock())
  )
    throw new PortalFailure('portal.hold-lapsed');
  const intent = {
    actor,
    patient: pseudonym,
    person: patient.ref,
    key,
    kind: 'confirm',
    target: id,
    body: null,
  } as const;
  return deps.journal.run({ ...intent, snapshot: { booking: null, hold } }, async (): Promise<Settled> => {
    const schedule = scheduleOf(deps);
    const outcome = await schedule.confirm(patient, { clinicId: row.clinic, slotId: row.slot });
    if (outcome.kind === 'refused') return refused(outcome.report, { hold });
    if (outcome.kind === 'unknown') {
      // A ticket of another id than the hold's is the visit; the hold's own proves nothing (A3, A14).
      const ticket = await schedule.ticketIn(patient, row.slot, deps.clock()).catch(() => null);
      if (!ticket || ticket.ticketId === row.ticket) return unknown(outcome.report, { hold });
      await moveTo(deps, id, 'confirmed');
      return confirmed({
        booking: visitOf(hold, ticket, deps.clock()),
        hold: { ...hold, state: 'confirmed' },
      });
    }
    await moveTo(deps, id, 'confirmed');
    return confirmed({
      booking: visitOf(hold, outcome.value, deps.clock()),
      hold: { ...hold, state: 'confirmed' },
    });
  });
}

/** Gives a held time back. */
export async function releaseHold(deps: HoldDeps, asked: Asked, id: string): Promise<Operation> {
  const { actor, pseudonym, patient, key } = asked;
  const { row, hold } = await ownHold(deps, id, actor);
  const intent = {
    actor,
    patient: pseudonym,
    person: patient.ref,
    key,
    kind: 'release',
    target: id,
    body: null,
  } as const;
  return deps.journal.run({ ...intent, snapshot: { booking: null, hold } }, async (): Promise<Settled> => {
    const released = { hold: { ...hold, state: 'released' as const } };
    if (row.state !== 'held' || row.ticket === null) return confirmed(released);
    const outcome = await scheduleOf(deps).release(patient, { clinicId: row.clinic, ticketId: row.ticket });
    if (outcome.kind === 'confirmed') {
      await moveTo(deps, id, 'released');
      return confirmed(released);
    }
    return outcome.kind === 'refused' ? refused(outcome.report, { hold }) : unknown(outcome.report, { hold });
  });
}
