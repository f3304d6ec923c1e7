import { offeredTime, type OfferedTime } from '#contract/booking.ts';
import type { Operation } from '#contract/operation.ts';
import { outcomeUnknown } from '#server/upstreams/kit/failure-reports.ts';
import type { MovingSource } from '#server/upstreams/kit/ports.ts';
import { findBooking, rereadBooking } from './bookings.ts';
import type { Look } from './look.ts';
import { budgetOf } from './look-until.ts';
import type { Asked, OperationDeps } from './operation-deps.ts';
import { PortalFailure } from './portal-failure.ts';
import { lookAgainMove, settleMove } from './settle-move.ts';
import { confirmed, refusedByReading, unknown, type Settled } from './settled.ts';

const movingSource = ({ upstreams }: OperationDeps): MovingSource => {
  if (!upstreams.visits) throw new PortalFailure('portal.not-found');
  return upstreams.visits;
};

/** The times that a visit of this patient may be moved to. */
export async function moveTimesOf(
  deps: OperationDeps,
  { patient, pseudonym }: Pick<Asked, 'patient' | 'pseudonym'>,
  id: string,
): Promise<readonly OfferedTime[]> {
  const booking = await findBooking(deps, 'visits', id, patient, pseudonym, deps.clock());
  return movingSource(deps).timesFor(patient, booking, deps.clock());
}

/** Moves a visit of this patient to one of the times that are free for it: the same visit, at another time. */
export async function moveVisit(
  deps: OperationDeps,
  asked: Asked,
  id: string,
  timeId: string,
): Promise<Operation> {
  const { actor, pseudonym, patient, key } = asked;
  const { journal, clock, pause } = deps;
  const intent = {
    actor,
    patient: pseudonym,
    key,
    kind: 'move',
    target: `visits/${id}`,
    body: timeId,
  } as const;
  const known = await journal.answered(intent);
  if (known) return known;
  const before = await findBooking(deps, 'visits', id, patient, pseudonym, clock());
  // Moved already, here or elsewhere: what the person wants is true, and nothing is sent.
  const isThere = before.slot?.id === timeId && before.status.kind === 'booked';
  const offered = isThere ? [] : await movingSource(deps).timesFor(patient, before, clock());
  const time = isThere ? null : offered.find(({ id: one }) => one === timeId);
  // Gone between two looks at the same list: said as the vendor would say it, and nothing is sent.
  if (time === undefined) throw new PortalFailure('loop.move-visit.taken');

  return journal.run(
    {
      ...intent,
      person: patient.ref,
      snapshot: { booking: before, hold: null },
      context: { patient, what: time },
    },
    async (): Promise<Settled> => {
      if (!time) return confirmed({ booking: before });
      const timeLeft = budgetOf(deps);
      const outcome = await movingSource(deps).move(patient, before, timeId);
      return settleMove(outcome, {
        before,
        time,
        reread: () => rereadBooking(deps, before, patient, pseudonym, clock()),
        timeLeft,
        now: clock,
        pause,
      });
    },
  );
}

/** Looks again at a move whose answer never came: which slot is the visit in? */
export async function lookAtMoved(deps: OperationDeps, look: Look): Promise<Settled | null> {
  const { operation, context, row, believed } = look;
  const { booking: before, report } = operation;
  const time = offeredTime.safeParse(context.what);
  if (!before || !time.success)
    return believed ? refusedByReading('portal.not-moved') : unknown(outcomeUnknown);
  const reread = () => rereadBooking(deps, before, context.patient, row.patient, deps.clock());
  return lookAgainMove({ before, time: time.data, reread }, { report, believed });
}
