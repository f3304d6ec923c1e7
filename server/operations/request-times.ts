import { z } from 'zod';
import type { Operation, RequestInput } from '#contract/operation.ts';
import { notSent, outcomeUnknown } from '#server/upstreams/kit/failure-reports.ts';
import { ReadFailure } from '#server/upstreams/kit/read-failure.ts';
import type { AppointmentRequests } from '#server/upstreams/kit/ports.ts';
import { openRequestsOf } from './known-requests.ts';
import type { Look } from './look.ts';
import { worldOf, type Asked, type OperationDeps } from './operation-deps.ts';
import { PortalFailure } from './portal-failure.ts';
import { confirmed, refused, unknown, type Settled } from './settled.ts';

const wanted = z.object({ orderId: z.int(), dateFrom: z.string() });

export const requestsOf = ({ upstreams }: OperationDeps): AppointmentRequests => {
  if (!upstreams.requests) throw new PortalFailure('portal.not-found');
  return upstreams.requests;
};

/** Whether one is open is not known, so that another might be a second one: nothing is sent. */
function unread(error: unknown): null {
  if (error instanceof ReadFailure) return null;
  throw error;
}

/** Asks for times for an order of this patient. Whose request it is, only this journal will know. */
export async function requestTimes(
  deps: OperationDeps,
  asked: Asked,
  input: RequestInput,
): Promise<Operation> {
  const { actor, pseudonym, patient, key } = asked;
  if (!patient.connectOrders.includes(input.orderId))
    throw new PortalFailure('portal.invalid-input', { fields: { orderId: 'requests.order.notYours' } });
  const { orderId, dateFrom } = input;
  return deps.journal.run(
    {
      actor,
      patient: pseudonym,
      person: patient.ref,
      key,
      kind: 'request-times',
      target: `order/${orderId}`,
      body: input,
      snapshot: { booking: null, hold: null },
      context: { patient, what: { orderId, dateFrom } },
    },
    async (): Promise<Settled> => {
      // Asked once the row is there: another tab that asks for the same order joins this one.
      const now = deps.clock();
      const open = await openRequestsOf(deps, patient, { pseudonym, orderId, now }).catch(unread);
      if (open === null) return refused(notSent);
      const [same] = open;
      if (same)
        return refused(
          { failure: 'portal.request-open', upstream: null, facts: {}, text: null },
          { booking: same },
        );
      const outcome = await requestsOf(deps).requestTimes(patient, { orderId, dateFrom });
      if (outcome.kind === 'refused') return refused(outcome.report);
      if (outcome.kind === 'unknown') return unknown(outcome.report);
      const { requestId } = outcome.value;
      await deps.db
        .insertInto('known_requests')
        .values({
          world: worldOf(patient),
          request_id: requestId,
          patient: pseudonym,
          order_id: orderId,
          date_from: dateFrom,
          appointment_location: null,
          asked_at: deps.clock(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const known = { requestId, orderId, dateFrom, appointmentLocation: null };
      // It is confirmed: what cannot be shown of it now does not undo it.
      return confirmed({
        booking: await requestsOf(deps)
          .read(patient, known, deps.clock())
          .catch(() => null),
      });
    },
  );
}

/**
 * Connect lists nothing, so a request whose number never came cannot be found: only our own note of it, made just before a
 * crash, proves it. Without one it is said that nobody knows, and the person may ask again.
 */
export async function lookAgainRequest(deps: OperationDeps, look: Look): Promise<Settled | null> {
  const { patient, what } = look.context;
  const { orderId } = wanted.parse(what);
  const noted = await deps.db
    .selectFrom('known_requests')
    .select('request_id')
    .where('patient', '=', look.row.patient)
    .where('world', '=', worldOf(patient))
    .where('order_id', '=', orderId)
    .where('asked_at', '>=', look.row.started_at)
    .executeTakeFirst();
  if (noted) return confirmed();
  if (!look.believed) return unknown(look.operation.report ?? outcomeUnknown);
  return refused({ failure: 'portal.outcome-lost', upstream: null, facts: {}, text: null });
}
