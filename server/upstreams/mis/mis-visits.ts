import type { Booking } from '#contract/booking.ts';
import type { FailureReport } from '#contract/operation.ts';
import { notSent, outcomeUnknown } from '../kit/failure-reports.ts';
import type { WriteOutcome } from '../kit/outcome.ts';
import type { Patient } from '../kit/patient.ts';
import type { BookingSource, Ticket } from '../kit/ports.ts';
import { pathOf } from '../kit/path-of.ts';
import { ReadFailure } from '../kit/read-failure.ts';
import type { Answered, WriteReply } from '../kit/transport.ts';
import type { MisClient } from './mis-client.ts';
import { contradictsItself, isRefusal, misRefusal } from './mis-refusals.ts';
import { wireTickets, type WireTicket } from './mis-wire.ts';
import { translateHold, translateTicket } from './translate-mis.ts';

const daysShown = 365;

const dayFrom = (now: Date, days: number) =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** All tickets of a patient, holds among them: the wire does not tell them apart (A1, A14). */
export const listTickets = (client: MisClient, patient: Patient, now: Date): Promise<WireTicket[]> =>
  client.read(
    patient,
    'cod',
    {
      method: 'GET',
      path: '/visit',
      query: { dateFrom: dayFrom(now, -daysShown), dateTo: dayFrom(now, daysShown) },
    },
    wireTickets,
  );

/** The document leaves the body open, so none will do, and any JSON; a page is not the vendor's answer. */
const saysCancelled = (answer: Answered) =>
  answer.status === 200 &&
  (answer.text.trim() === '' || answer.json !== undefined) &&
  !contradictsItself(answer);

/** `DELETE /visit/{lpuGuid}` (seed 000): what is neither a success nor a refusal proves nothing. */
export function outcomeOfCancel(reply: WriteReply): WriteOutcome<null> {
  if (reply.kind === 'not-sent') return { kind: 'refused', report: notSent };
  if (reply.kind === 'silent') return { kind: 'unknown', report: outcomeUnknown };
  if (saysCancelled(reply)) return { kind: 'confirmed', value: null, status: 200, code: null };
  return isRefusal('cancel-visit', reply)
    ? { kind: 'refused', report: misRefusal('cancel-visit', reply) }
    : { kind: 'unknown', report: outcomeUnknown };
}

/** Not listed any more, so nothing was sent: the caller reads again and says what that means. */
const goneBefore: FailureReport = {
  failure: 'mis.cancel-visit.not-found',
  upstream: null,
  facts: {},
  text: null,
};

/** Clinic visits of MIS. */
export function createMisVisits(client: MisClient): BookingSource {
  const find = async (patient: Patient, id: string, now: Date) =>
    (await listTickets(client, patient, now)).find(({ ticketGuid }) => ticketGuid === id);

  return {
    source: 'clinic-visits',
    list: async (patient, now) =>
      (await listTickets(client, patient, now)).map((ticket) => translateTicket(ticket, patient.ref, now)),
    read: async (patient, id, now): Promise<Booking | null> => {
      const ticket = await find(patient, id, now);
      return ticket ? translateTicket(ticket, patient.ref, now) : null;
    },
    cancel: async (patient, booking, choice, now) => {
      const ticket = await find(patient, booking.id, now).catch((error: unknown) => {
        if (error instanceof ReadFailure) return 'unreadable' as const;
        throw error;
      });
      if (ticket === 'unreadable') return { kind: 'refused', report: notSent };
      if (!ticket) return { kind: 'refused', report: goneBefore };
      const madeByAnother = Boolean(ticket.login) || patient.actsForAnother;
      return outcomeOfCancel(
        await client.write(patient, 'cod', {
          method: 'DELETE',
          path: `/visit${pathOf(ticket.lpu.guid)}`,
          query: {
            ticketGuid: ticket.ticketGuid,
            examGuid: choice.asCheckUp ? (ticket.dispExamGuid ?? undefined) : undefined,
            externalUserId: madeByAnother ? patient.externalUserId : undefined,
          },
        }),
      );
    },
  };
}

/** The patient's ticket in a cell, hold or visit; null where there is none. */
export async function ticketInCell(
  client: MisClient,
  patient: Patient,
  slotId: string,
  now: Date,
): Promise<Ticket | null> {
  const ticket = (await listTickets(client, patient, now)).find(
    ({ timeTableGuid }) => timeTableGuid === slotId,
  );
  return ticket ? translateHold(ticket) : null;
}
