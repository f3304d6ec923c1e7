import type { Source } from '#contract/booking.ts';
import type { CancelInput, Operation } from '#contract/operation.ts';
import type { Patient } from '#server/upstreams/kit/patient.ts';
import type { WriteOutcome } from '#server/upstreams/kit/outcome.ts';
import { findBooking, rereadBooking, type BookingDeps } from './bookings.ts';
import { PortalFailure } from './portal-failure.ts';
import { confirmed } from './settled.ts';
import { settleCancel } from './settle-cancel.ts';

export interface CancelDeps extends BookingDeps {
  readonly clock: () => Date;
}

export interface Asked {
  readonly actor: string;
  readonly pseudonym: string;
  readonly patient: Patient;
  readonly key: string;
}

/** Cancels a booking of this patient: found in their own list first, journalled, sent once, and settled. */
export async function cancelBooking(
  deps: CancelDeps,
  asked: Asked,
  source: Source,
  id: string,
  choice: CancelInput,
): Promise<Operation> {
  const { patient, pseudonym, actor, key } = asked;
  const { journal, upstreams, clock } = deps;
  const known = await journal.answered({
    actor,
    key,
    kind: 'cancel',
    target: `${source}/${id}`,
    body: choice,
  });
  if (known) return known;
  const before = await findBooking(deps, source, id, patient, pseudonym, clock());

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
      actor,
      patient: pseudonym,
      person: patient.ref,
      key,
      kind: 'cancel',
      target: `${source}/${id}`,
      body: choice,
      snapshot: { booking: before, hold: null },
    },
    async () => {
      // Cancelled already, here or elsewhere: what the person wants is true, and nothing is sent.
      if (before.status.kind === 'cancelled') return confirmed({ booking: before });
      return settleCancel(await send(), {
        before,
        reread: () => rereadBooking(deps, before, patient, pseudonym, clock()),
        now: clock,
      });
    },
  );
}
