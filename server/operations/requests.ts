import type { Operation, RequestInput } from '#contract/operation.ts';
import type { Database } from '#server/store/store.ts';
import type { AppointmentRequests } from '#server/upstreams/kit/ports.ts';
import { findBooking } from './bookings.ts';
import type { Asked, CancelDeps } from './cancel-booking.ts';
import { PortalFailure } from './portal-failure.ts';
import { confirmed, refused, unknown, type Settled } from './settled.ts';

export interface RequestDeps extends CancelDeps {
  readonly db: Database;
}

const portOf = ({ upstreams }: RequestDeps): AppointmentRequests => {
  if (!upstreams.requests) throw new PortalFailure('portal.not-found');
  return upstreams.requests;
};

const worldOf = ({ patient }: Asked) => patient.world ?? 'main';

/** Asks for times for an order of this patient. Whose request it is, only this journal will know. */
export async function requestTimes(deps: RequestDeps, asked: Asked, input: RequestInput): Promise<Operation> {
  const { actor, pseudonym, patient, key } = asked;
  if (!patient.connectOrders.includes(input.orderId))
    throw new PortalFailure('portal.invalid-input', { fields: { orderId: 'requests.order.notYours' } });
  const { orderId, dateFrom } = input;
  const target = `order/${orderId}`;
  const intent = {
    actor,
    patient: pseudonym,
    person: patient.ref,
    key,
    kind: 'request-times',
    target,
    body: input,
  } as const;
  return deps.journal.run(
    { ...intent, snapshot: { booking: null, hold: null } },
    async (): Promise<Settled> => {
      const outcome = await portOf(deps).requestTimes(patient, { orderId, dateFrom });
      if (outcome.kind !== 'confirmed')
        return outcome.kind === 'refused' ? refused(outcome.report) : unknown(outcome.report);
      const { requestId } = outcome.value;
      await deps.db
        .insertInto('known_requests')
        .values({
          world: worldOf(asked),
          request_id: requestId,
          patient: pseudonym,
          order_id: orderId,
          date_from: dateFrom,
          appointment_location: null,
          asked_at: deps.clock(),
        })
        .execute();
      const known = { requestId, orderId, dateFrom, appointmentLocation: null };
      return confirmed({
        booking: await portOf(deps)
          .read(patient, known, deps.clock())
          .catch(() => null),
      });
    },
  );
}

/** Books an offered time: the request becomes a technician's visit. */
export async function bookTime(
  deps: RequestDeps,
  asked: Asked,
  requestId: string,
  timeId: string,
): Promise<Operation> {
  const { actor, pseudonym, patient, key } = asked;
  const answered = await deps.journal.answered({
    actor,
    key,
    kind: 'book-time',
    target: requestId,
    body: timeId,
  });
  if (answered) return answered;
  const request = await findBooking(deps, 'requests', requestId, patient, pseudonym, deps.clock());
  const time =
    request.kind === 'appointment-request' ? request.offeredTimes.find(({ id }) => id === timeId) : undefined;
  if (!time) throw new PortalFailure('portal.not-found');
  const intent = {
    actor,
    patient: pseudonym,
    person: patient.ref,
    key,
    kind: 'book-time',
    target: requestId,
    body: timeId,
  } as const;
  return deps.journal.run(
    { ...intent, snapshot: { booking: request, hold: null } },
    async (): Promise<Settled> => {
      const outcome = await portOf(deps).bookTime(patient, { requestId: Number(requestId), time });
      const shown = { booking: request };
      if (outcome.kind !== 'confirmed')
        return outcome.kind === 'refused' ? refused(outcome.report, shown) : unknown(outcome.report, shown);
      await deps.db
        .updateTable('known_requests')
        .set({ appointment_location: outcome.value.appointmentLocation })
        .where('world', '=', worldOf(asked))
        .where('request_id', '=', Number(requestId))
        .where('patient', '=', pseudonym)
        .execute();
      const visit = await findBooking(deps, 'requests', requestId, patient, pseudonym, deps.clock()).catch(
        () => request,
      );
      return confirmed({ booking: visit });
    },
  );
}
