import type { Booking } from '#contract/booking.ts';
import type { FailureName } from '#contract/failures.ts';
import type { FailureReport } from '#contract/operation.ts';
import type { WriteOutcome } from '#server/upstreams/kit/outcome.ts';
import { outcomeUnknown } from '#server/upstreams/kit/failure-reports.ts';
import { lookUntil } from './look-until.ts';
import { readingOf } from './reading.ts';
import { confirmed, refused, refusedByReading, unknown, type Settled } from './settled.ts';

/** Refusals that may mean "done already": the booking itself is asked. */
const mayBeDone: ReadonlySet<FailureName> = new Set([
  'mis.cancel-visit.not-found',
  'mis.cancel-call.not-found',
  'mis.cancel-call.not-active',
  'connect.cancel-request.not-found',
  'loop.cancel-visit.not-found',
  'loop.cancel-visit.wrong-status',
]);

/** What is said of a booking that is there no more, and was not seen cancelled either. */
const gone: Readonly<Record<Booking['source'], FailureName>> = {
  'clinic-visits': 'mis.cancel-visit.not-found',
  'home-calls': 'mis.cancel-call.not-active',
  requests: 'connect.cancel-request.not-found',
  visits: 'loop.cancel-visit.not-found',
};

/** What is said of a booking that took place, or was missed, and so was not cancelled. */
const wasOver: Readonly<Record<Booking['source'], FailureName>> = {
  ...gone,
  visits: 'loop.cancel-visit.wrong-status',
};

const over = { allowed: false, reason: 'already-cancelled' } as const;

const asCancelled = (booking: Booking, now: Date): Booking => ({
  ...booking,
  status: {
    kind: 'cancelled',
    at: booking.status.kind === 'cancelled' ? booking.status.at : now.toISOString(),
  },
  can: { cancel: over, move: over },
});

export interface CancelTruth {
  /** As it was seen before the cancel. */
  readonly before: Booking;
  /** The booking as the upstream has it now. */
  readonly reread: () => Promise<Booking | null>;
  /** Sends the same cancel once more; null where a repeat is not safe, or there is no time left for one. */
  readonly repeat: () => Promise<WriteOutcome<null>> | null;
  /** What is left of the request's time, in milliseconds. */
  readonly timeLeft: () => number;
  readonly now: () => Date;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

type Seen =
  | { kind: 'cancelled'; booking: Booking | null }
  | { kind: 'on'; booking: Booking }
  | { kind: 'over'; booking: Booking }
  | { kind: 'unclear'; booking: Booking }
  | { kind: 'absent'; booking: Booking | null }
  | { kind: 'unreadable'; booking: null };

/** What a reading proves. A ticket that was listed and is gone was cancelled: MIS does not list cancelled ones (A1). */
function seenIn(booking: Booking | null, before: Booking): Seen {
  if (!booking) return { kind: before.kind === 'clinic-visit' ? 'cancelled' : 'absent', booking };
  switch (booking.status.kind) {
    case 'cancelled':
      return { kind: 'cancelled', booking };
    case 'became-visit':
      return { kind: 'absent', booking };
    case 'completed':
    case 'missed':
    case 'transferred':
      return { kind: 'over', booking };
    case 'unrecognised':
      return { kind: 'unclear', booking };
    default:
      return { kind: 'on', booking };
  }
}

const unreadable: Seen = { kind: 'unreadable', booking: null };

const look = ({ reread, before }: Pick<CancelTruth, 'reread' | 'before'>): Promise<Seen> =>
  readingOf(reread()).then((booking) => (booking === 'unreadable' ? unreadable : seenIn(booking, before)));

const seenUntil = (truth: CancelTruth, enough: (seen: Seen) => boolean): Promise<Seen> =>
  lookUntil(truth, () => look(truth), { nothing: unreadable, enough });

const cancelledFrom = (seen: Seen, { before, now }: Pick<CancelTruth, 'before' | 'now'>) =>
  confirmed({ booking: asCancelled(seen.booking ?? before, now()) });

/** Turns what an upstream said of a cancel into the truth about the booking, reading it again where the answer proves nothing. */
export async function settleCancel(outcome: WriteOutcome<null>, truth: CancelTruth): Promise<Settled> {
  const { before, now } = truth;
  if (outcome.kind === 'confirmed') return confirmed({ booking: asCancelled(before, now()) });
  if (outcome.kind === 'unknown') return afterSilence(outcome.report, truth);
  return mayBeDone.has(outcome.report.failure)
    ? afterRefusal(outcome.report, truth)
    : refused(outcome.report, { booking: before });
}

async function afterRefusal(report: FailureReport, truth: CancelTruth): Promise<Settled> {
  // A clinic visit that is listed and yet "not found" is the MIS contradicting itself: it may lag, and is read again.
  const contradicts = report.failure === 'mis.cancel-visit.not-found';
  const seen = await seenUntil(truth, ({ kind }) =>
    contradicts ? kind === 'cancelled' : kind !== 'unreadable',
  );
  if (seen.kind === 'cancelled') return cancelledFrom(seen, truth);
  const shown = { booking: seen.booking ?? truth.before };
  return contradicts ? unknown(report, shown) : refused(report, shown);
}

async function afterSilence(report: FailureReport, truth: CancelTruth): Promise<Settled> {
  const seen = await seenUntil(truth, ({ kind }) => kind === 'cancelled');
  if (seen.kind === 'cancelled') return cancelledFrom(seen, truth);
  const shown = { booking: seen.booking ?? truth.before };
  if (seen.kind !== 'on') return unknown(report, shown);
  // 5023 is a documented failure after trying; a call that is still active was not cancelled.
  if (report.failure === 'mis.cancel-call.not-confirmed') return refused(report, shown);
  const repeated = truth.repeat();
  return repeated ? afterRepeat(await repeated, report, truth) : unknown(report, shown);
}

/** The second sending of a cancel whose first may have worked: "not found" now means that it has. */
async function afterRepeat(
  outcome: WriteOutcome<null>,
  first: FailureReport,
  truth: CancelTruth,
): Promise<Settled> {
  if (outcome.kind === 'confirmed') return confirmed({ booking: asCancelled(truth.before, truth.now()) });
  const seen = await seenUntil(truth, () => true);
  if (seen.kind === 'cancelled') return cancelledFrom(seen, truth);
  const shown = { booking: seen.booking ?? truth.before };
  if (outcome.kind === 'unknown') return unknown(outcome.report, shown);
  const { failure } = outcome.report;
  if (mayBeDone.has(failure))
    return seen.kind === 'unreadable' && failure === 'mis.cancel-visit.not-found'
      ? confirmed({ booking: asCancelled(truth.before, truth.now()) })
      : unknown(first, shown);
  return failure === 'portal.not-sent' ? unknown(first, shown) : refused(outcome.report, shown);
}

/**
 * Looks once more at a cancel that is not settled; null where the upstream cannot be read.
 * `believed` says that the cancel is so long ago that a booking still on was not cancelled.
 */
export async function lookAgainCancel(
  truth: Pick<CancelTruth, 'before' | 'reread' | 'now'>,
  { report, believed }: { report: FailureReport | null; believed: boolean },
): Promise<Settled | null> {
  const seen = await look(truth);
  if (seen.kind === 'unreadable') return null;
  if (seen.kind === 'cancelled') return cancelledFrom(seen, truth);
  const shown = { booking: seen.booking ?? truth.before };
  if (!believed || seen.kind === 'unclear') return unknown(report ?? outcomeUnknown, shown);
  const { source } = truth.before;
  const failure = { on: 'portal.still-on', over: wasOver[source], absent: gone[source] } as const;
  return refusedByReading(failure[seen.kind], shown);
}
