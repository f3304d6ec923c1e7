import type { Booking, Source } from '#contract/booking.ts';
import type { CancelInput, Operation } from '#contract/operation.ts';
import type { WriteOutcome } from '#server/upstreams/kit/outcome.ts';
import { findBooking, rereadBooking } from './bookings.ts';
import { budgetOf } from './look-until.ts';
import type { Asked, OperationDeps } from './operation-deps.ts';
import { ownClinicOnly } from './own-clinic.ts';
import { PortalFailure } from './portal-failure.ts';
import { confirmed } from './settled.ts';
import { settleCancel } from './settle-cancel.ts';

/** What must be left of the request's time for a repeat. */
const repeatNeedsMs = 5_500;

/** Target-idempotent: one id cancels one ticket or request at most. A doctor may be on the way; a visit's 412 is final. */
const repeatIsSafe = ({ kind }: Booking) => kind === 'clinic-visit' || kind === 'appointment-request';

/** Cancels a booking of this patient: found in their own list first, journalled, sent, and settled. */
export async function cancelBooking(
  deps: OperationDeps,
  asked: Asked,
  source: Source,
  id: string,
  choice: CancelInput,
): Promise<Operation> {
  const { patient, pseudonym, actor, key } = asked;
  const { journal, upstreams, clock, pause } = deps;
  const intent = {
    actor,
    patient: pseudonym,
    key,
    kind: 'cancel',
    target: `${source}/${id}`,
    body: choice,
  } as const;
  const known = await journal.answered(intent);
  if (known) return known;
  const before = await findBooking(deps, source, id, patient, pseudonym, clock());
  if (source === 'clinic-visits') ownClinicOnly(asked, before.place?.clinicId ?? null);

  const send = async (): Promise<WriteOutcome<null>> => {
    if (before.kind === 'appointment-request' && upstreams.requests)
      return upstreams.requests.cancel(patient, before);
    const port = {
      'clinic-visits': upstreams.clinicVisits,
      'home-calls': upstreams.homeCalls,
      visits: upstreams.visits,
      requests: null,
    }[source];
    if (!port) throw new PortalFailure('portal.not-found');
    return port.cancel(patient, before, choice, clock());
  };

  return journal.run(
    {
      ...intent,
      person: patient.ref,
      snapshot: { booking: before, hold: null },
      context: { patient, what: null },
    },
    async (operation) => {
      // Cancelled already, here or elsewhere: what the person wants is true, and nothing is sent.
      if (before.status.kind === 'cancelled') return confirmed({ booking: before });
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
    },
  );
}
