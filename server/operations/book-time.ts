import type { Booking } from '#contract/booking.ts';
import type { Operation } from '#contract/operation.ts';
import { outcomeUnknown } from '#server/upstreams/kit/failure-reports.ts';
import { findBooking, rereadBooking } from './bookings.ts';
import { knownRequest } from './known-requests.ts';
import type { Look } from './look.ts';
import { budgetOf, lookUntil } from './look-until.ts';
import { worldOf, type Asked, type OperationDeps } from './operation-deps.ts';
import { PortalFailure } from './portal-failure.ts';
import { requestsOf } from './request-times.ts';
import { readingOf } from '#server/upstreams/kit/reading.ts';
import { confirmed, refused, refusedByReading, unknown, type Settled } from './settled.ts';

/** Books an offered time: the request becomes a technician's visit. */
export async function bookTime(
  deps: OperationDeps,
  asked: Asked,
  requestId: string,
  timeId: string,
): Promise<Operation> {
  const { actor, pseudonym, patient, key } = asked;
  const intent = {
    actor,
    patient: pseudonym,
    key,
    kind: 'book-time',
    target: requestId,
    body: timeId,
  } as const;
  const answered = await deps.journal.answered(intent);
  if (answered) return answered;
  const request = await findBooking(deps, 'requests', requestId, patient, pseudonym, deps.clock());
  const time =
    request.kind === 'appointment-request' ? request.offeredTimes.find(({ id }) => id === timeId) : undefined;
  if (!time) throw new PortalFailure('portal.not-found');
  return deps.journal.run(
    {
      ...intent,
      person: patient.ref,
      snapshot: { booking: request, hold: null },
      context: { patient, what: null },
    },
    async (): Promise<Settled> => {
      const timeLeft = budgetOf(deps);
      const outcome = await requestsOf(deps).bookTime(patient, { requestId: Number(requestId), time });
      const shown = { booking: request };
      if (outcome.kind === 'refused') return refused(outcome.report, shown);
      if (outcome.kind === 'unknown') {
        const nothing = unknown(outcome.report, shown);
        const read = async () => (await becameVisit(deps, request, asked)) ?? nothing;
        return lookUntil({ ...deps, timeLeft }, read, {
          nothing,
          enough: ({ state }) => state === 'confirmed',
        });
      }
      const { appointmentLocation } = outcome.value;
      await noteLocation(deps, asked, requestId, appointmentLocation);
      const nothing = unknown(outcomeUnknown, shown);
      const read = async () => (await becameOf(deps, request, asked, appointmentLocation)) ?? nothing;
      return lookUntil({ ...deps, timeLeft }, read, { nothing, enough: ({ state }) => state !== 'unknown' });
    },
  );
}

type Whose = Pick<Asked, 'patient' | 'pseudonym'>;

const noteLocation = (
  { db }: OperationDeps,
  { patient, pseudonym }: Whose,
  requestId: string,
  location: string | null,
) =>
  db
    .updateTable('known_requests')
    .set({ appointment_location: location })
    .where('world', '=', worldOf(patient))
    .where('request_id', '=', Number(requestId))
    .where('patient', '=', pseudonym)
    .execute();

/** What the appointment itself says of a booking that Connect took up (201). Null where it cannot be read. */
async function becameOf(
  deps: OperationDeps,
  request: Booking,
  whose: Whose,
  location: string,
): Promise<Settled | null> {
  const { patient, pseudonym } = whose;
  const state = await readingOf(requestsOf(deps).appointment(patient, location));
  if (state === 'unreadable') return null;
  if (state.kind === 'pending') return unknown(outcomeUnknown, { booking: request });
  if (state.kind === 'refused') {
    await noteLocation(deps, whose, request.id, null);
    return refused(state.report, { booking: request });
  }
  // It is booked: what cannot be shown of it now does not undo it.
  const visit = await findBooking(deps, 'requests', request.id, patient, pseudonym, deps.clock()).catch(
    () => request,
  );
  return confirmed({ booking: visit });
}

/** What reading a request proves of its booking: it became a visit, or not yet. Null where it cannot be read. */
async function becameVisit(
  deps: OperationDeps,
  before: Booking,
  { patient, pseudonym }: Pick<Asked, 'patient' | 'pseudonym'>,
): Promise<Settled | null> {
  const reading = await readingOf(rereadBooking(deps, before, patient, pseudonym, deps.clock()));
  if (reading === 'unreadable') return null;
  const booking = reading.kind === 'listed' ? reading.booking : before;
  return booking.kind === 'technician-visit' || booking.status.kind === 'became-visit'
    ? confirmed({ booking })
    : unknown(outcomeUnknown, { booking });
}

/** Looks again at a request whose time may have been booked: it became a visit, or still offers its times. */
export async function lookAgainBookTime(deps: OperationDeps, look: Look): Promise<Settled | null> {
  const { booking: before } = look.operation;
  if (!before) return refusedByReading('portal.not-made');
  const whose = { patient: look.context.patient, pseudonym: look.row.patient };
  const known = await knownRequest(deps, whose.patient, whose.pseudonym, before.id);
  const location = known?.appointmentLocation;
  if (location) return becameOf(deps, before, whose, location);
  const seen = await becameVisit(deps, before, whose);
  return seen?.state === 'unknown' && look.believed
    ? refusedByReading('portal.not-made', { booking: seen.booking ?? before })
    : seen;
}
