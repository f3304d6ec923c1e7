import type { Booking, OfferedTime } from '#contract/booking.ts';
import { failures, type FailureName } from '#contract/failures.ts';
import type { FailureReport } from '#contract/operation.ts';
import { canCancel } from '#contract/rules/can-cancel.ts';
import { canMove } from '#contract/rules/can-move.ts';
import { outcomeUnknown } from '#server/upstreams/kit/failure-reports.ts';
import type { WriteOutcome } from '#server/upstreams/kit/outcome.ts';
import type { Reading } from '#server/upstreams/kit/reading.ts';
import { lookUntil } from './look-until.ts';
import { readingOf } from '#server/upstreams/kit/reading.ts';
import { confirmed, refused, refusedByReading, unknown, type Settled } from './settled.ts';

/** The booking itself is read after a refusal that leaves open how it stands; and a slot may be taken by the very visit that was moved. */
const leavesOpen = (failure: FailureName) =>
  failures[failure].effect === 'unknown' || failure === 'loop.move-visit.taken';

export interface MoveTruth {
  /** As it was seen before the move. */
  readonly before: Booking;
  /** Where it is to be. */
  readonly time: OfferedTime;
  /** The booking as the upstream has it now. */
  readonly reread: () => Promise<Reading>;
  /** What is left of the request's time, in milliseconds. */
  readonly timeLeft: () => number;
  readonly now: () => Date;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

type Seen =
  | { kind: 'moved' | 'elsewhere' | 'over' | 'unclear'; booking: Booking }
  | { kind: 'absent' | 'uncovered' | 'unreadable'; booking: null };

/** The visit keeps its id through a move: which slot it is in is the proof. */
function seenIn(reading: Reading, time: OfferedTime): Seen {
  if (reading.kind === 'absent') return { kind: reading.covered ? 'absent' : 'uncovered', booking: null };
  const { booking } = reading;
  switch (booking.status.kind) {
    case 'booked':
      return { kind: booking.slot?.id === time.id ? 'moved' : 'elsewhere', booking };
    case 'unrecognised':
      return { kind: 'unclear', booking };
    default:
      return { kind: 'over', booking };
  }
}

const unreadable: Seen = { kind: 'unreadable', booking: null };

const look = ({ reread, time }: Pick<MoveTruth, 'reread' | 'time'>): Promise<Seen> =>
  readingOf(reread()).then((reading) => (reading === 'unreadable' ? unreadable : seenIn(reading, time)));

const seenUntil = (truth: MoveTruth, enough: (seen: Seen) => boolean): Promise<Seen> =>
  lookUntil(truth, () => look(truth), { nothing: unreadable, enough });

/** The booking at its new time, as the vendor has just promised it. */
function asMoved({ before, time, now }: Pick<MoveTruth, 'before' | 'time' | 'now'>): Booking {
  const { id, starts, ends } = time;
  const moved = { ...before, starts, ends };
  return {
    ...moved,
    ...(before.slot ? { slot: { ...before.slot, id } } : {}),
    can: { cancel: canCancel(moved, now()), move: canMove(moved, now()) },
  };
}

/** Turns what an upstream said of a move into the truth about the booking, reading it again where the answer proves nothing. */
export async function settleMove(outcome: WriteOutcome<null>, truth: MoveTruth): Promise<Settled> {
  const { before } = truth;
  if (outcome.kind === 'confirmed') return confirmed({ booking: asMoved(truth) });
  const silent = outcome.kind === 'unknown';
  const { failure } = outcome.report;
  if (!silent && !leavesOpen(failure)) return refused(outcome.report, { booking: before });
  // A visit that can be read, and moved, contradicts "not there" and "not in a state for it".
  const contradicts = (kind: Seen['kind']) => kind === 'elsewhere' && failure !== 'loop.move-visit.taken';
  const seen = await seenUntil(
    truth,
    ({ kind }) => kind === 'moved' || (!silent && kind !== 'unreadable' && !contradicts(kind)),
  );
  if (seen.kind === 'moved') return confirmed({ booking: seen.booking });
  const open = silent || contradicts(seen.kind);
  return (open ? unknown : refused)(outcome.report, { booking: seen.booking ?? before });
}

/** What is said of a move that nobody answered, once a reading is believed. */
const notMoved = {
  elsewhere: 'portal.not-moved',
  over: 'loop.move-visit.wrong-status',
  absent: 'loop.move-visit.not-found',
} as const satisfies Record<string, FailureName>;

/**
 * Looks once more at a move that is not settled; null where the upstream cannot be read.
 * `believed` says that the move is so long ago that a booking at its old time was not moved.
 */
export async function lookAgainMove(
  truth: Pick<MoveTruth, 'before' | 'time' | 'reread'>,
  { report, believed }: { report: FailureReport | null; believed: boolean },
): Promise<Settled | null> {
  const seen = await look(truth);
  if (seen.kind === 'unreadable') return null;
  if (seen.kind === 'moved') return confirmed({ booking: seen.booking });
  const shown = { booking: seen.booking ?? truth.before };
  if (!believed || seen.kind === 'unclear' || seen.kind === 'uncovered')
    return unknown(report ?? outcomeUnknown, shown);
  return refusedByReading(notMoved[seen.kind], shown);
}
