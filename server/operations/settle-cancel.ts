import type { Booking } from '#contract/booking.ts';
import { failures, type FailureName } from '#contract/failures.ts';
import type { FailureReport } from '#contract/operation.ts';
import type { WriteOutcome } from '#server/upstreams/kit/outcome.ts';
import type { Reading } from '#server/upstreams/kit/reading.ts';
import { outcomeUnknown } from '#server/upstreams/kit/failure-reports.ts';
import { lookUntil } from './look-until.ts';
import { readingOf } from '#server/upstreams/kit/reading.ts';
import { confirmed, refused, refusedByReading, unknown, type Settled } from './settled.ts';

/** The refusal does not decide how the booking stands (`effect` in the table of failures): the booking itself is read. */
const leavesOpen = (failure: FailureName) => failures[failure].effect === 'unknown';

/** The request itself was turned away, unsent or for its token: that says nothing of the booking, nor of an earlier sending. */
const wasTurnedAway = (failure: FailureName) =>
  failures[failure].effect === 'none' || failures[failure].next === 'sign-in';

const notFound: FailureName = 'mis.cancel-visit.not-found';

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
  /** Reads the booking from the upstream. */
  readonly reread: () => Promise<Reading>;
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
  | { kind: 'under-way'; booking: Booking }
  | { kind: 'over'; booking: Booking }
  | { kind: 'unclear'; booking: Booking }
  /** Not listed, by an answer that covers its place; several of them prove that a clinic visit was cancelled (A1). */
  | { kind: 'missing'; booking: Booking | null }
  /** Not listed, by an answer that says nothing about its place. */
  | { kind: 'uncovered'; booking: null }
  | { kind: 'unreadable'; booking: null };

/** What one reading shows. MIS does not list cancelled tickets (A1), but it leaves out what it cannot reach, too. */
function seenIn(reading: Reading): Seen {
  if (reading.kind === 'absent') return { kind: reading.covered ? 'missing' : 'uncovered', booking: null };
  const { booking } = reading;
  switch (booking.status.kind) {
    case 'cancelled':
      return { kind: 'cancelled', booking };
    case 'became-visit':
      return { kind: 'missing', booking };
    case 'in-progress':
      return { kind: 'under-way', booking };
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
/** So many readings in a row, over a second, prove an absence. */
const readingsOfAbsence = 3;

/** Reads until enough was seen. A clinic visit that every reading covers and none lists was cancelled. */
async function seenUntil(truth: Omit<CancelTruth, 'repeat'>, enough: (seen: Seen) => boolean): Promise<Seen> {
  let missing = 0;
  const seen = await lookUntil<Seen>(
    truth,
    async () => {
      const reading = await readingOf(truth.reread());
      const one = reading === 'unreadable' ? unreadable : seenIn(reading);
      missing = one.kind === 'missing' ? missing + 1 : 0;
      return one;
    },
    { nothing: unreadable, enough: (one) => one.kind !== 'missing' && enough(one) },
  );
  const proved = truth.before.kind === 'clinic-visit' && missing >= readingsOfAbsence;
  return proved ? { kind: 'cancelled', booking: null } : seen;
}

/** An absence is watched further: what is listed again was not cancelled. */
const cancelledFrom = (seen: Seen, { before, now }: Pick<CancelTruth, 'before' | 'now'>): Settled => ({
  ...confirmed({ booking: asCancelled(seen.booking ?? before, now()) }),
  ...(seen.booking ? {} : { byReading: true }),
});

const cancelledBySaying = ({ before, now }: Pick<CancelTruth, 'before' | 'now'>) =>
  confirmed({ booking: asCancelled(before, now()) });

/** Turns what an upstream said of a cancel into the truth about the booking, reading it again where the answer proves nothing. */
export async function settleCancel(outcome: WriteOutcome<null>, truth: CancelTruth): Promise<Settled> {
  if (outcome.kind === 'confirmed') return cancelledBySaying(truth);
  if (outcome.kind === 'unknown') return afterSilence(outcome.report, truth);
  return leavesOpen(outcome.report.failure)
    ? afterRefusal(outcome.report, truth)
    : refused(outcome.report, { booking: truth.before });
}

/** A refusal that the upstream's own reading contradicts is not told as a fact: only time tells which of them lags. */
async function afterRefusal(report: FailureReport, truth: CancelTruth): Promise<Settled> {
  const seen = await seenUntil(truth, ({ kind }) => kind !== 'unreadable' && kind !== 'on');
  if (seen.kind === 'cancelled') return cancelledFrom(seen, truth);
  const shown = { booking: seen.booking ?? truth.before };
  // "Not found" from a list that could not be seen, or did not cover the clinic, is no more than one more absence.
  const unseen = (seen.kind === 'unreadable' || seen.kind === 'uncovered') && report.failure === notFound;
  return seen.kind === 'on' || unseen ? unknown(report, shown) : refused(report, shown);
}

async function afterSilence(report: FailureReport, truth: CancelTruth): Promise<Settled> {
  const seen = await seenUntil(truth, ({ kind }) => kind === 'cancelled');
  if (seen.kind === 'cancelled') return cancelledFrom(seen, truth);
  const shown = { booking: seen.booking ?? truth.before };
  // 5023 is a documented failure after trying; a call that is still active was not cancelled.
  if (report.failure === 'mis.cancel-call.not-confirmed' && seen.kind === 'on') return refused(report, shown);
  const mayStand = seen.kind === 'on' || seen.kind === 'uncovered';
  const repeated = mayStand ? truth.repeat() : null;
  return repeated ? afterRepeat(await repeated, report, truth) : unknown(report, shown);
}

/**
 * The second sending of a cancel whose first may have worked: "not found", where no reading contradicts it, means that it has. It is
 * one system's word about what it could reach, so it is watched like an absence.
 */
async function afterRepeat(
  outcome: WriteOutcome<null>,
  first: FailureReport,
  truth: CancelTruth,
): Promise<Settled> {
  if (outcome.kind === 'confirmed') return cancelledBySaying(truth);
  const seen = await seenUntil(truth, () => true);
  if (seen.kind === 'cancelled') return cancelledFrom(seen, truth);
  const shown = { booking: seen.booking ?? truth.before };
  if (outcome.kind === 'unknown') return unknown(outcome.report, shown);
  const { failure } = outcome.report;
  const noTrace = seen.kind === 'missing' || seen.kind === 'uncovered' || seen.kind === 'unreadable';
  if (failure === notFound && noTrace) return { ...cancelledBySaying(truth), byReading: true };
  return wasTurnedAway(failure) || leavesOpen(failure)
    ? unknown(first, shown)
    : refused(outcome.report, shown);
}

/**
 * Reads once more how a cancel that is not settled stands; null where the upstream cannot be read.
 * `believed` says that the cancel is so long ago that a booking still listed was not cancelled.
 */
export async function lookAgainCancel(
  truth: Omit<CancelTruth, 'repeat'>,
  { report, believed }: { report: FailureReport | null; believed: boolean },
): Promise<Settled | null> {
  const seen = await seenUntil(truth, () => true);
  if (seen.kind === 'unreadable') return null;
  if (seen.kind === 'cancelled') return cancelledFrom(seen, truth);
  const shown = { booking: seen.booking ?? truth.before };
  const { source } = truth.before;
  const failure: FailureName | null = {
    on: 'portal.still-on' as const,
    'under-way': 'portal.still-on' as const,
    over: wasOver[source],
    missing: gone[source],
    unclear: null,
    uncovered: null,
  }[seen.kind];
  return believed && failure ? refusedByReading(failure, shown) : unknown(report ?? outcomeUnknown, shown);
}
