import { setTimeout as wait } from 'node:timers/promises';
import type { Booking, CancelVerdict } from '#contract/booking.ts';
import type { FailureName } from '#contract/failures.ts';
import type { FailureReport } from '#contract/operation.ts';
import type { WriteOutcome } from '#server/upstreams/kit/outcome.ts';
import { outcomeUnknown } from '#server/upstreams/kit/failure-reports.ts';
import { confirmed, refused, unknown, type Settled } from './settled.ts';

/** When a booking is read again after an answer that proves nothing, in milliseconds after it. */
const rereadAt = [0, 300, 1_000];

/** Refusals that may mean "done already": the booking itself is asked. */
const mayBeDone: ReadonlySet<FailureName> = new Set([
  'mis.cancel-visit.not-found',
  'mis.cancel-call.not-found',
  'mis.cancel-call.not-active',
  'connect.cancel-request.not-found',
  'loop.cancel-visit.not-found',
  'loop.cancel-visit.wrong-status',
]);

const over: CancelVerdict = { allowed: false, reason: 'already-cancelled' };

const asCancelled = (booking: Booking, now: Date): Booking => ({
  ...booking,
  status: {
    kind: 'cancelled',
    at: booking.status.kind === 'cancelled' ? booking.status.at : now.toISOString(),
  },
  can: { cancel: over },
});

type Reread = () => Promise<Booking | null>;
type Seen =
  { kind: 'cancelled' } | { kind: 'on'; booking: Booking } | { kind: 'absent' } | { kind: 'unreadable' };

async function look(reread: Reread, before: Booking): Promise<Seen> {
  try {
    const booking = await reread();
    // A ticket that was listed and is gone was cancelled: the MIS does not list cancelled ones (A1).
    if (!booking) return before.kind === 'clinic-visit' ? { kind: 'cancelled' } : { kind: 'absent' };
    return booking.status.kind === 'cancelled' ? { kind: 'cancelled' } : { kind: 'on', booking };
  } catch {
    return { kind: 'unreadable' };
  }
}

async function lookUntil(reread: Reread, before: Booking, enough: (seen: Seen) => boolean): Promise<Seen> {
  let seen: Seen = { kind: 'unreadable' };
  let waited = 0;
  for (const at of rereadAt) {
    await wait(at - waited);
    waited = at;
    seen = await look(reread, before);
    if (enough(seen)) return seen;
  }
  return seen;
}

/** Turns what an upstream said of a cancel into the truth about the booking, reading it again where the answer proves nothing. */
export async function settleCancel(
  outcome: WriteOutcome<null>,
  { before, reread, now }: { before: Booking; reread: Reread; now: () => Date },
): Promise<Settled> {
  if (outcome.kind === 'confirmed') return confirmed({ booking: asCancelled(before, now()) });
  const { report } = outcome;
  if (outcome.kind === 'refused' && !mayBeDone.has(report.failure))
    return refused(report, { booking: before });
  return outcome.kind === 'refused'
    ? afterRefusal(report, before, reread, now)
    : afterSilence(report, before, reread, now);
}

async function afterRefusal(
  report: FailureReport,
  before: Booking,
  reread: Reread,
  now: () => Date,
): Promise<Settled> {
  const seen = await lookUntil(reread, before, ({ kind }) => kind !== 'unreadable');
  if (seen.kind === 'cancelled') return confirmed({ booking: asCancelled(before, now()) });
  const shown = { booking: seen.kind === 'on' ? seen.booking : before };
  // A clinic visit that is listed and yet "not found" is the MIS contradicting itself: nothing is proven.
  const contradicts = report.failure === 'mis.cancel-visit.not-found' && seen.kind !== 'absent';
  return contradicts ? unknown(report, shown) : refused(report, shown);
}

async function afterSilence(
  report: FailureReport,
  before: Booking,
  reread: Reread,
  now: () => Date,
): Promise<Settled> {
  const seen = await lookUntil(reread, before, ({ kind }) => kind === 'cancelled');
  if (seen.kind === 'cancelled') return confirmed({ booking: asCancelled(before, now()) });
  // 5023 is a documented failure after trying; a call that is still active was not cancelled.
  if (seen.kind === 'on' && report.failure === 'mis.cancel-call.not-confirmed')
    return refused(report, { booking: seen.booking });
  return unknown(report, { booking: seen.kind === 'on' ? seen.booking : before });
}

/** Looks once more at a cancel that is not settled; `unknown` again where there is still no proof. */
export const resettleCancel = (
  before: Booking,
  reread: Reread,
  report: FailureReport | null,
  now: () => Date,
) =>
  look(reread, before).then((seen) =>
    seen.kind === 'cancelled'
      ? confirmed({ booking: asCancelled(before, now()) })
      : unknown(report ?? outcomeUnknown, { booking: seen.kind === 'on' ? seen.booking : before }),
  );
