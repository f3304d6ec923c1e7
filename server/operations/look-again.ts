import type { FailureName } from '#contract/failures.ts';
import { rereadBooking } from './bookings.ts';
import { lookAgainBookTime } from './book-time.ts';
import { lookAgainConfirm } from './confirm-hold.ts';
import type { Look } from './look.ts';
import { budgetOf } from './look-until.ts';
import { believedAfterMs } from './look-times.ts';
import { lookAgainHold } from './make-hold.ts';
import { lookAtMoved } from './move-visit.ts';
import type { OperationDeps } from './operation-deps.ts';
import type { OpenRow } from './open-row.ts';
import { lookAgainRelease } from './release-hold.ts';
import { lookAgainRequest } from './request-times.ts';
import { lookAgainCancel } from './settle-cancel.ts';
import { refused, unknown, type Settled } from './settled.ts';
import { lookAgainWait } from './wait-for-time.ts';
import { outcomeUnknown } from '#server/upstreams/kit/failure-reports.ts';

/** Nobody could find out, and nobody looks any more: said as it is. */
export const neverLearned = (failure: FailureName = 'portal.outcome-lost'): Settled =>
  refused({ failure, upstream: null, facts: {}, text: null });

/** Reads what became of an open outcome; it never writes to an upstream. Null where the upstream cannot be read now. */
export async function lookAgain(deps: OperationDeps, open: OpenRow): Promise<Settled | null> {
  const { row, operation, context } = open;
  if (!context) return neverLearned();
  const believed = deps.clock().getTime() - row.started_at.getTime() >= believedAfterMs;
  const look: Look = { row, operation, context, believed };
  switch (row.kind) {
    case 'hold':
      return lookAgainHold(deps, look);
    case 'confirm':
      return lookAgainConfirm(deps, look);
    case 'release':
      return lookAgainRelease(deps, look);
    case 'request-times':
      return lookAgainRequest(deps, look);
    case 'book-time':
      return lookAgainBookTime(deps, look);
    case 'wait':
      return lookAgainWait(look);
    case 'cancel':
      return lookAtCancelled(deps, look);
    case 'move':
      return lookAtMoved(deps, look);
  }
}

async function lookAtCancelled(deps: OperationDeps, look: Look): Promise<Settled | null> {
  const { operation, context, row, believed } = look;
  const { booking: before, report } = operation;
  if (!before) return believed ? neverLearned() : unknown(outcomeUnknown);
  const reread = () => rereadBooking(deps, before, context.patient, row.patient, deps.clock());
  const truth = { before, reread, now: deps.clock, timeLeft: budgetOf(deps), pause: deps.pause };
  return lookAgainCancel(truth, { report, believed });
}
