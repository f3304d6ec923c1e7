import type { FailureName } from '#contract/failures.ts';
import type { FailureReport } from '#contract/operation.ts';
import { notSent, outcomeUnknown, sourceUnavailable } from '../kit/failure-reports.ts';
import type { WriteOutcome } from '../kit/outcome.ts';
import type { Patient } from '../kit/patient.ts';
import type { BookingSource } from '../kit/ports.ts';
import { foundIn } from '../kit/found-in.ts';
import { pathOf } from '../kit/path-of.ts';
import { ReadFailure } from '../kit/read-failure.ts';
import { absent, listed, readingOf, type CellReading } from '../kit/reading.ts';
import { mapRows, unreadableIn, type Rows } from '../kit/rows.ts';
import type { Answered, WriteReply } from '../kit/transport.ts';
import type { MisClient } from './mis-client.ts';
import { isRefusal, misRefusal, speaksOfSuccess } from './mis-refusals.ts';
import { wireTickets, type WireLpu, type WireTicket } from './mis-wire.ts';
import { translateHold, translateTicket } from './translate-mis.ts';

const daysShown = 365;

const dayFrom = (now: Date, days: number) =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** All tickets of a patient, holds among them: the wire does not tell them apart (A1, A14). */
export const listTickets = (client: MisClient, patient: Patient, now: Date): Promise<Rows<WireTicket>> =>
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

/** The document leaves open which body a success has: none will do, or one that speaks of a success and of nothing else. */
const saysCancelled = (answer: Answered) =>
  answer.status === 200 && (answer.text.trim() === '' || speaksOfSuccess(answer));

/** MIS says of each clinic whether it is connected; without the word its tickets themselves show that it answered. */
const isOnline = ({ status }: WireLpu) => !status || /^online$/i.test(status.name);

/** `DELETE /visit/{lpuGuid}` (seed 000): what is neither a success nor a refusal proves nothing. */
export function outcomeOfCancel(reply: WriteReply): WriteOutcome<null> {
  if (reply.kind === 'not-sent') return { kind: 'refused', report: reply.report ?? notSent };
  if (reply.kind === 'silent') return { kind: 'unknown', report: outcomeUnknown };
  if (saysCancelled(reply)) return { kind: 'confirmed', value: null, status: 200, code: null };
  return isRefusal('cancel-visit', reply)
    ? { kind: 'refused', report: misRefusal('cancel-visit', reply) }
    : { kind: 'unknown', report: outcomeUnknown };
}

/** A list with records that could not be read covers nothing: the one that is looked for may be among them. */
const covers = (tickets: Rows<WireTicket>, clinicId: string | null | undefined) =>
  unreadableIn(tickets) === 0 && tickets.some(({ lpu }) => lpu.guid === clinicId && isOnline(lpu));

const otherPerson: FailureName = 'mis.cancel-visit.other-person';

/** Without the id of the check-up's step the same request would be refused for ever: the clinic has to do it. */
const examUnnamed: FailureReport = {
  failure: 'mis.cancel-visit.unrecognised',
  upstream: null,
  facts: {},
  text: null,
};

/** Clinic visits of MIS. */
export function createMisVisits(client: MisClient): BookingSource {
  /** The check-up's id is on the ticket alone, and only a person's plain consent sends it (4027). */
  const examOf = async (patient: Patient, id: string, now: Date) =>
    foundIn(
      await listTickets(client, patient, now),
      ({ ticketGuid }) => ticketGuid === id,
    )?.dispExamGuid?.trim();

  return {
    source: 'clinic-visits',
    list: async (patient, now) =>
      mapRows(await listTickets(client, patient, now), (ticket) => translateTicket(ticket, patient.ref, now)),
    read: async (patient, { id, place }, now) => {
      const tickets = await listTickets(client, patient, now);
      const ticket = tickets.find(({ ticketGuid }) => ticketGuid === id);
      if (ticket) return listed(translateTicket(ticket, patient.ref, now));
      return absent(covers(tickets, place?.clinicId));
    },
    cancel: async (patient, booking, choice, now) => {
      const clinicId = booking.place?.clinicId;
      const exam = choice.asCheckUp ? await readingOf(examOf(patient, booking.id, now)) : null;
      if (!clinicId || exam === 'unreadable') return { kind: 'refused', report: notSent };
      if (choice.asCheckUp && !exam) return { kind: 'refused', report: examUnnamed };
      const send = async (externalUserId?: string) =>
        outcomeOfCancel(
          await client.write(patient, 'cod', {
            method: 'DELETE',
            path: `/visit${pathOf(clinicId)}`,
            query: { ticketGuid: booking.id, examGuid: exam ?? undefined, externalUserId },
          }),
        );
      const first = await send(patient.actsForAnother ? patient.externalUserId : undefined);
      // 4086 was not executed: the ticket was made by somebody else, and the document wants the user's id for that (seed 000).
      const madeByAnother = first.kind === 'refused' && first.report.failure === otherPerson;
      return madeByAnother && !patient.actsForAnother ? send(patient.externalUserId) : first;
    },
  };
}

/**
 * The patient's tickets in a cell, holds and visits; `covered` where the answer holds any ticket of that clinic. Throws
 * `ReadFailure` also where a record could not be read: it may be in the cell.
 */
export async function ticketsInCell(
  client: MisClient,
  patient: Patient,
  { clinicId, slotId }: { readonly clinicId: string; readonly slotId: string },
  now: Date,
): Promise<CellReading> {
  const tickets = await listTickets(client, patient, now);
  if (unreadableIn(tickets) > 0) throw new ReadFailure(sourceUnavailable);
  return {
    tickets: tickets.filter(({ timeTableGuid }) => timeTableGuid === slotId).map(translateHold),
    covered: covers(tickets, clinicId),
  };
}
