import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { HoldInput, Operation } from '#contract/operation.ts';
import { ageCategoryOn } from '#contract/rules/age-category.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import { slot as slotSchema, type Hold, type Slot } from '#contract/slot.ts';
import { notSent, outcomeUnknown } from '#server/upstreams/kit/failure-reports.ts';
import type { Patient } from '#server/upstreams/kit/patient.ts';
import type { Schedule } from '#server/upstreams/kit/ports.ts';
import { readingOf } from '#server/upstreams/kit/reading.ts';
import type { Ticket } from '#server/upstreams/kit/ticket.ts';
import { adoptableTicket } from './adoptable-ticket.ts';
import { earlierHold } from './earlier-hold.ts';
import { keep, listsHolds, madeBy } from './hold-rows.ts';
import type { Look } from './look.ts';
import { budgetOf, lookUntil } from './look-until.ts';
import type { Asked, OperationDeps } from './operation-deps.ts';
import { ownClinicOnly } from './own-clinic.ts';
import { PortalFailure } from './portal-failure.ts';
import { confirmed, refused, refusedByReading, unknown, type Settled } from './settled.ts';

/** A hold ends for us a little before it ends for the clinic. */
const safetyMs = 5_000;

/** How much later than it was sent a reservation may have been made, at most. */
const slackMs = 60_000;

/** How far ahead a chosen cell is looked for where its day is not named. */
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
  /** Ids of the patient's tickets in the cell before the reservation; null where nobody could see. */
  before: z.array(z.string()).nullable().catch(null),
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
  const [from = '', to = ''] = [-1, daysAhead].map((days) =>
    new Date(today + days * 86_400_000).toISOString().slice(0, 10),
  );
  // A vendor may cap how many days one answer holds: the chosen day alone is asked for.
  const [dateFrom, dateTo] = input.day === undefined ? [from, to] : [input.day, input.day];
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
  const [slot, seen] = await Promise.all([
    findSlot(deps, patient, input),
    readingOf(schedule.ticketsIn(patient, input, deps.clock())),
  ]);
  if (!slot) throw new PortalFailure('portal.time-gone');
  const before = seen === 'unreadable' ? null : seen.tickets.map(({ ticketId }) => ticketId);
  const what: Wanted = { slot, specialityId: input.specialityId, session, before };
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
      const ticket = await lookFor({ ...deps, timeLeft }, made, what);
      return ticket ? confirmed({ hold: await keepHold(deps, made, what, ticket) }) : unknown(outcome.report);
    },
  );
}

/** The ticket that the reservation made, read as often as the policy says; null where none is certain. */
const lookFor = (deps: OperationDeps & { timeLeft: () => number }, made: Made, { slot, before }: Wanted) =>
  lookUntil<Ticket | null>(
    deps,
    async () => {
      const where = { clinicId: slot.clinicId, slotId: slot.id };
      const cell = await readingOf(scheduleOf(deps).ticketsIn(made.patient, where, deps.clock()));
      const write = { patient: made.pseudonym, slot: slot.id, since: made.since, before };
      return cell === 'unreadable' ? null : adoptableTicket(deps, write, cell);
    },
    { nothing: null, enough: (ticket) => ticket !== null },
  );

async function keepHold(
  deps: OperationDeps,
  { operation, actor, pseudonym, patient, since }: Made,
  { slot, specialityId, session, before }: Wanted,
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
    context: { patient, what: { before } },
  });
}

/** Looks again for a hold whose answer never came: kept for the person after all, or not there. */
export async function lookAgainHold(deps: OperationDeps, look: Look): Promise<Settled | null> {
  const { row, context, believed } = look;
  const known = await madeBy(deps, row.id);
  if (known) return confirmed({ hold: known.hold });
  const what = wanted.parse(context.what);
  const { patient } = context;
  const { slot, before } = what;
  const where = { clinicId: slot.clinicId, slotId: slot.id };
  const cell = await readingOf(scheduleOf(deps).ticketsIn(patient, where, deps.clock()));
  if (cell === 'unreadable') return null;
  const since = row.started_at;
  const over = new Date(since.getTime() + deps.holdMinutes * 60_000 + slackMs);
  const isOver = deps.clock() > over;
  // What is in the cell when no hold of then can be there any more is a visit, and so is what another attempt's hold became.
  const maybeIt = !isOver && !(await deps.journal.rows.overtaken(row));
  const write = { patient: row.patient, slot: slot.id, since, before };
  const ticket = maybeIt ? await adoptableTicket(deps, write, cell) : null;
  if (ticket) {
    const made = { operation: row.id, actor: row.actor, pseudonym: row.patient, patient, since };
    return confirmed({ hold: await keepHold(deps, made, what, ticket) });
  }
  // Nothing is held any more once it is over, whoever made what; before that only a list that shows holds can tell.
  const isProved = before !== null && cell.covered && (await listsHolds(deps));
  return isOver || (believed && isProved)
    ? refusedByReading('portal.not-made')
    : { ...unknown(look.operation.report ?? outcomeUnknown), lookAt: over };
}
