import { z } from 'zod';
import type { Booking } from '#contract/booking.ts';
import type { Operation } from '#contract/operation.ts';
import { canCancel } from '#contract/rules/can-cancel.ts';
import { canMove } from '#contract/rules/can-move.ts';
import { surelyOverAfterMs } from '#contract/rules/kept-time.ts';
import type { Hold } from '#contract/slot.ts';
import { outcomeUnknown } from '#server/upstreams/kit/failure-reports.ts';
import type { Ticket } from '#server/upstreams/kit/ticket.ts';
import { adoptableTicket } from './adoptable-ticket.ts';
import { byId, moveTo, take, type OpenHold } from './hold-rows.ts';
import type { Look } from './look.ts';
import { budgetOf, lookUntil } from './look-until.ts';
import { scheduleOf } from './make-hold.ts';
import type { Asked, OperationDeps } from './operation-deps.ts';
import { PortalFailure } from './portal-failure.ts';
import { readingOf } from '#server/upstreams/kit/reading.ts';
import { confirmed, refused, refusedByReading, unknown, type Settled } from './settled.ts';

const lapsed = { failure: 'portal.hold-lapsed', upstream: null, facts: {}, text: null } as const;

const visitOf = (hold: Hold, ticket: Ticket, now: Date): Booking => {
  const starts = ticket.starts ?? hold.slot.starts;
  const name = ticket.doctorName ?? hold.doctor.name;
  const known = { kind: 'clinic-visit', status: { kind: 'booked' }, starts } as const;
  return {
    kind: 'clinic-visit',
    source: 'clinic-visits',
    id: ticket.ticketId,
    person: hold.person,
    status: known.status,
    starts,
    ends: ticket.ends ?? hold.slot.ends,
    place: ticket.place,
    who: name ? { name, role: ticket.speciality ?? hold.doctor.speciality } : null,
    can: { cancel: canCancel(known, now), move: canMove(known, now) },
    ticketNumber: ticket.number,
    room: null,
    floor: null,
    partOfCheckUp: false,
    madeAt: null,
    history: [],
  };
};

/** A hold of this patient's that this person made; anybody else's is not there. */
export async function ownHold(deps: OperationDeps, id: string, actor: string): Promise<OpenHold> {
  const found = await byId(deps, id);
  if (found?.row.actor !== actor) throw new PortalFailure('portal.not-found');
  return found;
}

/** Turns a hold into a visit. A hold whose time is over is refused without asking: the person chooses again. */
export async function confirmHold(deps: OperationDeps, asked: Asked, id: string): Promise<Operation> {
  const { actor, pseudonym, patient, key } = asked;
  const found = await ownHold(deps, id, actor);
  const { row, hold } = found;
  const intent = { actor, patient: pseudonym, key, kind: 'confirm', target: id, body: null } as const;
  const known = await deps.journal.answered(intent);
  if (known) return known;
  return deps.journal.run(
    {
      ...intent,
      person: patient.ref,
      snapshot: { booking: null, hold },
      context: { patient, what: null },
    },
    async (): Promise<Settled> => {
      if (!(await take(deps, id, deps.clock()))) return notToBeHad(deps, found);
      const timeLeft = budgetOf(deps);
      const since = deps.clock();
      const outcome = await scheduleOf(deps).confirm(patient, { clinicId: row.clinic, slotId: row.slot });
      if (outcome.kind === 'confirmed') return becameVisit(deps, found, outcome.value);
      if (outcome.kind === 'unknown') {
        const nothing = unknown(outcome.report, { hold: { ...hold, state: 'settling' } });
        const attempt = { since, believed: false };
        const read = async () => (await lookFor(deps, found, patient, attempt)) ?? nothing;
        return lookUntil({ ...deps, timeLeft }, read, {
          nothing,
          enough: ({ state }) => state === 'confirmed',
        });
      }
      await moveTo(deps, id, 'held');
      return refused(outcome.report, { hold: { ...hold, state: 'held' } });
    },
  );
}

/** Confirmed before, by another tab's attempt: its visit. Else the hold is over. */
async function notToBeHad(deps: OperationDeps, { row, hold }: OpenHold): Promise<Settled> {
  const { booking } = (await deps.journal.rows.confirmed(row.patient, 'confirm', row.id)) ?? {
    booking: null,
  };
  return booking ? confirmed({ booking, hold: { ...hold, state: 'confirmed' } }) : refused(lapsed, { hold });
}

async function becameVisit(deps: OperationDeps, { row, hold }: OpenHold, ticket: Ticket): Promise<Settled> {
  await moveTo(deps, row.id, 'confirmed');
  return confirmed({
    booking: visitOf(hold, ticket, deps.clock()),
    hold: { ...hold, state: 'confirmed' },
  });
}

const holdContext = z.object({ before: z.array(z.string()) });

/** Ids of the tickets that were in the cell before the hold; null where nobody saw. */
function seenBefore({ vault }: OperationDeps, { context }: OpenHold['row']): readonly string[] | null {
  const parsed = z.object({ what: holdContext }).safeParse(context === null ? null : vault.open(context));
  return parsed.success ? parsed.data.what.before : null;
}

interface Attempt {
  /** When the confirmation was begun. */
  readonly since: Date;
  /** So long after it that a reading which shows no effect is believed. */
  readonly believed: boolean;
}

/**
 * What the patient's own list proves of a confirmation: a new ticket of another id in the cell is the visit (A3). The hold's own id
 * proves nothing while the hold lives, since a vendor may keep it: the time is still the person's, and confirming once more can make
 * no second visit of the same patient (4008). Once the clinic has surely let the hold go, its id is the visit's.
 * Null where the list cannot be read.
 */
async function lookFor(
  deps: OperationDeps,
  found: OpenHold,
  patient: Look['context']['patient'],
  { since, believed }: Attempt,
): Promise<Settled | null> {
  const { row, hold } = found;
  const now = deps.clock();
  const where = { clinicId: row.clinic, slotId: row.slot };
  const cell = await readingOf(scheduleOf(deps).ticketsIn(patient, where, now));
  if (cell === 'unreadable') return null;
  const write = { patient: row.patient, slot: row.slot, since, before: seenBefore(deps, row) };
  const visit = await adoptableTicket(deps, write, cell);
  if (visit) return becameVisit(deps, found, visit);
  const over = new Date(row.kept_until.getTime() + surelyOverAfterMs);
  const own = cell.tickets.find(({ ticketId }) => ticketId === row.ticket);
  if (own && now > over) return becameVisit(deps, found, own);
  const settling = unknown(outcomeUnknown, { hold: { ...hold, state: 'settling' } });
  if (own && believed && now < row.kept_until) {
    await moveTo(deps, row.id, 'held');
    return refusedByReading('portal.not-confirmed', { hold: { ...hold, state: 'held' } });
  }
  if (own) return { ...settling, lookAt: new Date(over.getTime() + 1) };
  if (!believed || !cell.covered) return settling;
  await moveTo(deps, row.id, 'lapsed');
  return refusedByReading('portal.not-made', { hold: { ...hold, state: 'lapsed' } });
}

/** Looks again at a confirmation whose answer never came. */
export async function lookAgainConfirm(deps: OperationDeps, look: Look): Promise<Settled | null> {
  const found = await byId(deps, look.row.target);
  if (!found) return refusedByReading('portal.not-made');
  // The person has confirmed again meanwhile: that attempt decides what becomes of the hold.
  const { rows } = deps.journal;
  if (await rows.overtaken(look.row)) return refusedByReading('portal.not-confirmed', { hold: found.hold });
  const active = await rows.active(look.row);
  if (active && active.id !== look.row.id) return unknown(outcomeUnknown);
  return lookFor(deps, found, look.context.patient, { since: look.row.started_at, believed: look.believed });
}
