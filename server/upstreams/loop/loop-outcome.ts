import { notSent, outcomeUnknown } from '../kit/failure-reports.ts';
import type { WriteOutcome } from '../kit/outcome.ts';
import { documentedFailure, refusalOf } from '../kit/refusals.ts';
import type { WriteReply } from '../kit/transport.ts';
import { loopStatus } from './loop-status.ts';
import { wireError, wireVisit, type WireVisit } from './loop-wire.ts';

/** Statuses that a cancelled visit cannot have (C1). With a word that we do not know, the cancellation's time decides. */
const otherStatuses = new Set(['booked', 'checked_in', 'completed', 'no_show']);

const isCancelled = ({ status, cancelled_at }: WireVisit) =>
  cancelled_at !== null && !otherStatuses.has(loopStatus(status));

/** 408 and 429 do not say whether the write was carried out. */
const saysNothing = new Set([408, 429]);

/** Seed 004: 200 must be the asked visit, cancelled. 404 and 412 are documented refusals; a 401 was never executed. */
export const outcomeOfCancelVisit = (reply: WriteReply, id: string): WriteOutcome<null> =>
  outcomeOf(reply, 'cancel-loop-visit', (visit) => visit.id === id && isCancelled(visit));

/** 200 must be the asked visit in the asked slot, still on. Beside 404 and 412, 409 says that somebody else has the slot. */
export const outcomeOfMoveVisit = (
  reply: WriteReply,
  { id, slotId }: { id: string; slotId: string },
): WriteOutcome<null> =>
  outcomeOf(
    reply,
    'move-loop-visit',
    (visit) => visit.id === id && visit.slot_id === slotId && visit.cancelled_at === null,
  );

function outcomeOf(
  reply: WriteReply,
  operation: 'cancel-loop-visit' | 'move-loop-visit',
  isDone: (visit: WireVisit) => boolean,
): WriteOutcome<null> {
  if (reply.kind === 'not-sent') return { kind: 'refused', report: notSent };
  if (reply.kind === 'silent') return { kind: 'unknown', report: outcomeUnknown };
  const { status, json } = reply;
  if (status === 200) {
    const visit = wireVisit.safeParse(json);
    return visit.success && isDone(visit.data)
      ? { kind: 'confirmed', value: null, status, code: null }
      : { kind: 'unknown', report: outcomeUnknown };
  }
  const error = wireError.safeParse(json);
  const text = error.success ? (error.data.message ?? error.data.error_description ?? null) : null;
  const answer = { system: 'loop', operation, status, code: null, text } as const;
  const inItsOwnWords = status >= 400 && status < 500 && !saysNothing.has(status) && text !== null;
  return documentedFailure(answer) !== null || status === 401 || inItsOwnWords
    ? { kind: 'refused', report: refusalOf(answer) }
    : { kind: 'unknown', report: outcomeUnknown };
}
