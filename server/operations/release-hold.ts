import { randomUUID } from 'node:crypto';
import type { Operation } from '#contract/operation.ts';
import { surelyOverAfterMs } from '#contract/rules/kept-time.ts';
import type { Hold } from '#contract/slot.ts';
import { outcomeUnknown } from '#server/upstreams/kit/failure-reports.ts';
import type { Patient } from '#server/upstreams/kit/patient.ts';
import { ownHold } from './confirm-hold.ts';
import { abandoned, byId, isHeldTicket, moveTo, take, type OpenHold } from './hold-rows.ts';
import type { Look } from './look.ts';
import { budgetOf, lookUntil } from './look-until.ts';
import { scheduleOf } from './make-hold.ts';
import type { Asked, OperationDeps } from './operation-deps.ts';
import { readingOf } from '#server/upstreams/kit/reading.ts';
import { confirmed, refused, refusedByReading, unknown, type Settled } from './settled.ts';

/** Gives a held time back. */
export async function releaseHold(deps: OperationDeps, asked: Asked, id: string): Promise<Operation> {
  return release(deps, asked, await ownHold(deps, id, asked.actor));
}

function release(deps: OperationDeps, asked: Asked, { row, hold }: OpenHold): Promise<Operation> {
  const { actor, pseudonym, patient, key } = asked;
  return deps.journal.run(
    {
      actor,
      patient: pseudonym,
      person: row.person,
      key,
      kind: 'release',
      target: row.id,
      body: null,
      snapshot: { booking: null, hold },
      context: { patient, what: null },
    },
    async (): Promise<Settled> => {
      const released = confirmed({ hold: { ...hold, state: 'released' } });
      const taken = await take(deps, row.id, deps.clock());
      if (!taken || row.ticket === null) return alreadyOver(deps, row.id, hold);
      const timeLeft = budgetOf(deps);
      const outcome = await scheduleOf(deps).release(patient, { clinicId: row.clinic, ticketId: row.ticket });
      if (outcome.kind === 'unknown') {
        const nothing = unknown(outcome.report, { hold });
        const read = async () => (await lookFor(deps, { row, hold }, patient)) ?? nothing;
        return lookUntil({ ...deps, timeLeft }, read, {
          nothing,
          enough: ({ state }) => state === 'confirmed',
        });
      }
      await moveTo(deps, row.id, outcome.kind === 'confirmed' ? 'released' : notReleased(row));
      return outcome.kind === 'confirmed' ? released : refused(outcome.report, { hold });
    },
  );
}

/** A hold that nobody wants any more is left to run out; its owner may still book it. */
const notReleased = ({ session }: OpenHold['row']) => (session === null ? 'lapsed' : 'held');

/** Given back or run out before: what was wanted is true. On its way to be a visit: it is not. */
async function alreadyOver(deps: OperationDeps, id: string, seen: Hold): Promise<Settled> {
  const hold = (await byId(deps, id))?.hold ?? seen;
  return hold.state === 'settling' || hold.state === 'confirmed'
    ? refused({ failure: 'mis.release.not-released', upstream: null, facts: {}, text: null }, { hold })
    : confirmed({ hold });
}

/** What reading proves of a release: the ticket is gone, or still there. Null where it cannot be read. */
async function lookFor(
  deps: OperationDeps,
  { row, hold }: OpenHold,
  patient: Patient,
): Promise<Settled | null> {
  const where = { clinicId: row.clinic, slotId: row.slot };
  const now = deps.clock();
  const cell = await readingOf(scheduleOf(deps).ticketsIn(patient, where, now));
  if (cell === 'unreadable') return null;
  const others = await Promise.all(
    cell.tickets.map(
      async ({ ticketId }) => ticketId !== row.ticket && (await isHeldTicket(deps, row.patient, ticketId)),
    ),
  );
  // A ticket that is no hold of ours may be the visit that this one became (A3).
  if (others.includes(false)) return unknown(outcomeUnknown, { hold });
  const over = new Date(row.kept_until.getTime() + surelyOverAfterMs);
  if (!cell.covered && now < over) return { ...unknown(outcomeUnknown, { hold }), lookAt: over };
  await moveTo(deps, row.id, 'released');
  return confirmed({ hold: { ...hold, state: 'released' } });
}

/** Looks again at a release whose answer never came: the ticket is gone, or the hold runs out by itself. */
export async function lookAgainRelease(deps: OperationDeps, look: Look): Promise<Settled | null> {
  const found = await byId(deps, look.row.target);
  if (!found) return confirmed();
  const { row, hold } = found;
  if (hold.state === 'confirmed') return refusedByReading('mis.release.not-released', { hold });
  const seen = await lookFor(deps, found, look.context.patient);
  if (seen?.state !== 'unknown' || !look.believed || seen.lookAt) return seen;
  await moveTo(deps, row.id, notReleased(row));
  return refusedByReading('mis.release.not-released', { hold: { ...hold, state: 'held' } });
}

/** Gives back what sessions left behind, so that others can have the time. Answers how many it tried. */
export async function releaseAbandoned(deps: OperationDeps, limit: number): Promise<number> {
  const left = await abandoned(deps, deps.clock(), limit);
  await Promise.all(
    left.map(({ row, hold, context: { patient } }) =>
      release(
        deps,
        { actor: row.actor, pseudonym: row.patient, patient, key: randomUUID(), session: null },
        { row, hold },
      ),
    ),
  );
  return left.length;
}
