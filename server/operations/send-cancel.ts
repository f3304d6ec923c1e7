import { z } from 'zod';
import type { Booking } from '#contract/booking.ts';
import { cancelInput, type CancelInput } from '#contract/operation.ts';
import type { Patient } from '#server/upstreams/kit/patient.ts';
import type { WriteOutcome } from '#server/upstreams/kit/outcome.ts';
import { rereadBooking } from './bookings.ts';
import { budgetOf } from './look-until.ts';
import type { OperationDeps } from './operation-deps.ts';
import type { OpenRow } from './open-row.ts';
import { PortalFailure } from './portal-failure.ts';
import { confirmed, refused, type Settled } from './settled.ts';
import { settleCancel } from './settle-cancel.ts';

/** What must be left of the request's time for a repeat. */
const repeatNeedsMs = 5_500;

/** A delay that ended so long ago, while no server was running, is not followed by a send that nobody expects any more. */
const tooLateMs = 2 * 60_000;

/** What a scheduled cancel keeps beside its booking, sealed. */
export const scheduledCancel = z.object({ choice: cancelInput });

/** Target-idempotent: one id cancels one ticket or request at most. A doctor may be on the way; a visit's 412 is final. */
const repeatIsSafe = ({ kind }: Booking) => kind === 'clinic-visit' || kind === 'appointment-request';

interface Cancel {
  readonly operation: string;
  readonly before: Booking;
  readonly patient: Patient;
  readonly pseudonym: string;
  readonly choice: CancelInput;
}

/** Sends a cancel that is in the journal, and settles it. */
export async function sendCancel(
  deps: OperationDeps,
  { operation, before, patient, pseudonym, choice }: Cancel,
): Promise<Settled> {
  const { journal, clock, pause } = deps;
  // Cancelled already, here or elsewhere: what the person wants is true, and nothing is sent.
  if (before.status.kind === 'cancelled') return confirmed({ booking: before });
  const send = () => sendTo(deps, before, patient, choice);
  const timeLeft = budgetOf(deps);
  const repeat = () => {
    if (!repeatIsSafe(before) || timeLeft() < repeatNeedsMs) return null;
    return journal.rows.sentAgain(operation).then(send);
  };
  return settleCancel(await send(), {
    before,
    reread: () => rereadBooking(deps, before, patient, pseudonym, clock()),
    repeat,
    timeLeft,
    now: clock,
    pause,
  });
}

/** Sends a cancel whose undo delay is over and which the caller has claimed; one that comes much too late is not sent. */
export async function sendScheduledCancel(deps: OperationDeps, open: OpenRow): Promise<Settled> {
  const { row, operation, context } = open;
  const kept = scheduledCancel.safeParse(context?.what);
  const isLate = deps.clock().getTime() - (row.send_at?.getTime() ?? 0) > tooLateMs;
  // Sealed with a secret that is no more, it cannot be sent either.
  if (isLate || !context || !kept.success || !operation.booking)
    return refused({ failure: 'portal.not-sent-in-time', upstream: null, facts: {}, text: null });
  return sendCancel(deps, {
    operation: row.id,
    before: operation.booking,
    patient: context.patient,
    pseudonym: row.patient,
    choice: kept.data.choice,
  });
}

async function sendTo(
  { upstreams, clock }: OperationDeps,
  before: Booking,
  patient: Patient,
  choice: CancelInput,
): Promise<WriteOutcome<null>> {
  if (before.kind === 'appointment-request' && upstreams.requests)
    return upstreams.requests.cancel(patient, before);
  const port = {
    'clinic-visits': upstreams.clinicVisits,
    'home-calls': upstreams.homeCalls,
    visits: upstreams.visits,
    requests: null,
  }[before.source];
  if (!port) throw new PortalFailure('portal.not-found');
  return port.cancel(patient, before, choice, clock());
}
