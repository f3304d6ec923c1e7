import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { HoldInput, Operation } from '#contract/operation.ts';
import { ageCategoryOn } from '#contract/rules/age-category.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import { slot as slotSchema, type Hold, type Slot } from '#contract/slot.ts';
import { notSent, outcomeUnknown } from '#server/upstreams/kit/failure-reports.ts';
import type { Patient } from '#server/upstreams/kit/patient.ts';
import type { Schedule, Ticket } from '#server/upstreams/kit/ports.ts';
import { earlierHold } from './earlier-hold.ts';
import { bookedHolds, isHeldTicket, keep, madeBy } from './hold-rows.ts';
import type { Look } from './look.ts';
import { budgetOf, lookUntil } from './look-until.ts';
import type { Asked, OperationDeps } from './operation-deps.ts';
import { ownClinicOnly } from './own-clinic.ts';
import { PortalFailure } from './portal-failure.ts';
import { readingOf } from '#server/upstreams/kit/reading.ts';
import { confirmed, refused, refusedByReading, unknown, type Settled } from './settled.ts';

/** A hold ends for us a little before it ends for the clinic. */
const safetyMs = 5_000;

/** How much later than it was sent a reservation may have been made, at most. */
const slackMs = 60_000;

/** How far ahead a chosen cell is looked for. */
const daysAhead = 60;

export const scheduleOf = ({ upstreams }: OperationDeps): Schedule => {
  if (!upstreams.schedule) throw new PortalFailure('portal.not-found');
  return upstreams.schedule;
};

/** What was asked for, and by which session: enough to find the hold when its answer was lost. */
const wanted = z.object({
  slot: slotSchema,
  specialityId: z.optional(z.string()),
  session: z.nullable(z.string()),
});
type Wanted = z.infer<typeof wanted>;

/** Which operation the hold is of, for whom, and since when its minutes run. */
interface Made {
  readonly operation: string;
  readonly actor: string;
  readonly pseudonym: string;
  readonly patient: Patient;
  readonly since: Date;
}

async function findSlot(deps: OperationDeps, patient: Patient, input: HoldInput): Promise<Slot | undefined> {
  const today = deps.clock().getTime();
  const [dateFrom = '', dateTo = ''] = [-1, daysAhead].map((days) =>
    new Date(today + days * 86_400_000).toISOString().slice(0, 10),
  );
  const where = { clinicId: input.clinicId, doctorId: input.doctorId, dateFrom, dateTo };
  return (await scheduleOf(deps).slots(patient, where, deps.clock())).find(({ id }) => id === input.slotId);
}

/** Keeps a time (seed 002). The age category is the patient's on the day of the visit, by the clinic's clock. */
export async function makeHold(deps: OperationDeps, asked: Asked, input: HoldInput): Promise<Operation> {
  const { actor, pseudonym, patient, key, session } = asked;
  ownClinicOnly(asked, input.clinicId);
  const schedule = scheduleOf(deps);
  const intent = {
    actor,
    patient: pseudonym,
    key,
    kind: 'hold',
    target: input.slotId,
    body: input,
  } as const;
  const known = await deps.journal.answered(intent);
  if (known) return known;
  const slot = await findSlot(deps, patient, input);
  if (!slot) throw new PortalFailure('portal.not-found');
  const what: Wanted = { slot, specialityId: input.specialityId, session };
  return deps.journal.run(
    {
      ...intent,
      person: patient.ref,
      snapshot: { booking: null, hold: null },
      context: { patient, what },
    },
    async (operation): Promise<Settled> => {
      const timeLeft = budgetOf(deps);
      const earlier = await earlierHold({ ...deps, schedule }, asked, slot.id);
      if (earlier === 'may-stand') return refused(notSent);
      if (earlier) return confirmed({ hold: earlier });
      const since = deps.clock();
      const outcome = await schedule.reserve(patient, {
        clinicId: slot.clinicId,
        slotId: slot.id,
        ageCategory: ageCategoryOn(patient.birthDate, placeDay(slot.starts)),
        minutes: deps.holdMinutes,
      });
      if (outcome.kind === 'refused') return refused(outcome.report);
      const made = { operation, actor, pseudonym, patient, since };
      if (outcome.kind === 'confirmed')
        return confirmed({
          hold: await keepHold(deps, { ...made, since: deps.clock() }, what, outcome.value),
        });
      const ticket = await lookFor({ ...deps, timeLeft }, made, slot);
      return ticket ? confirmed({ hold: await keepHold(deps, made, what, ticket) }) : unknown(outcome.report);
    },
  );
}

/** A ticket that is neither another hold nor the visit that one became. */
async function isNew(deps: OperationDeps, patient: string, slot: string, { ticketId }: Ticket) {
  if (await isHeldTicket(deps, patient, ticketId)) return false;
  const booked = await Promise.all(
    (await bookedHolds(deps, { patient, slot })).map((id) =>
      deps.journal.rows.confirmed(patient, 'confirm', id),
    ),
  );
  return booked.every((operation) => operation?.booking?.id !== ticketId);
}

/** The patient's ticket in the cell, read as often as the policy says; null where it is not seen, or is another hold. */
const lookFor = (deps: OperationDeps & { timeLeft: () => number }, made: Made, slot: Slot) =>
  lookUntil<Ticket | null>(
    deps,
    async () => {
      const ticket = await readingOf(scheduleOf(deps).ticketIn(made.patient, slot.id, deps.clock()));
      return ticket && ticket !== 'unreadable' && (await isNew(deps, made.pseudonym, slot.id, ticket))
        ? ticket
        : null;
    },
    { nothing: null, enough: (ticket) => ticket !== null },
  );

async function keepHold(
  deps: OperationDeps,
  { operation, actor, pseudonym, patient, since }: Made,
  { slot, specialityId, session }: Wanted,
  ticket: Ticket,
): Promise<Hold> {
  const keptUntil = new Date(since.getTime() + deps.holdMinutes * 60_000 - safetyMs);
  const hold: Hold = {
    id: randomUUID(),
    person: patient.ref,
    slot: { id: slot.id, starts: slot.starts, ends: slot.ends },
    place: ticket.place,
    doctor: {
      id: slot.doctorId,
      name: ticket.doctorName ?? '',
      speciality: ticket.speciality,
      specialityId,
    },
    ageCategory: ageCategoryOn(patient.birthDate, placeDay(slot.starts)),
    keptUntil: keptUntil.toISOString(),
    state: 'held',
  };
  return keep(deps, hold, {
    operation,
    actor,
    patient: pseudonym,
    clinic: slot.clinicId,
    ticket: ticket.ticketId,
    session,
    context: { patient, what: null },
  });
}

/** Looks again for a hold whose answer never came: kept for the person after all, or not there. */
export async function lookAgainHold(deps: OperationDeps, look: Look): Promise<Settled | null> {
  const { row, context, believed } = look;
  const known = await madeBy(deps, row.id);
  if (known) return confirmed({ hold: known.hold });
  const what = wanted.parse(context.what);
  const { patient } = context;
  const ticket = await readingOf(scheduleOf(deps).ticketIn(patient, what.slot.id, deps.clock()));
  if (ticket === 'unreadable') return null;
  const since = row.started_at;
  const over = since.getTime() + deps.holdMinutes * 60_000 + slackMs;
  // What is in the cell when no hold of then can be there any more is a visit, and so is what another attempt's hold became.
  const maybeIt = deps.clock().getTime() <= over && !(await deps.journal.rows.overtaken(row));
  if (ticket && maybeIt && (await isNew(deps, row.patient, what.slot.id, ticket))) {
    const made = { operation: row.id, actor: row.actor, pseudonym: row.patient, patient, since };
    return confirmed({ hold: await keepHold(deps, made, what, ticket) });
  }
  return believed ? refusedByReading('portal.not-made') : unknown(look.operation.report ?? outcomeUnknown);
}
