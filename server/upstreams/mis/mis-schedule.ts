import { notSent, outcomeUnknown } from '../kit/failure-reports.ts';
import type { WriteOutcome } from '../kit/outcome.ts';
import type { Schedule } from '../kit/ports.ts';
import type { Ticket } from '../kit/ticket.ts';
import { pathOf } from '../kit/path-of.ts';
import { mapRows, unreadableIn, withUnreadable } from '../kit/rows.ts';
import type { WriteReply } from '../kit/transport.ts';
import type { MisClient } from './mis-client.ts';
import { isRefusal, misRefusal } from './mis-refusals.ts';
import { outcomeOfCancel, ticketsInCell } from './mis-visits.ts';
import { wireDepartments, wireDoctors, wireLpus, wireSlots, wireTicket } from './mis-wire.ts';
import { translateClinic, translateDoctor, translateHold, translateSlot } from './translate-mis.ts';

const clinicsPath = '/lpu';
const departmentsPath = '/api/v2/iemk/departments';
const doctorsPath = '/api/v2/iemk/doctors';
const createVisitPath = '/api/v2/visit';
const daysOfSummary = '14';

/**
 * Seed 002: a success has a ticket, and where it names its cell, the one that was asked for.
 * A repeat could take a second place, so everything that is neither a ticket nor a refusal is unknown.
 */
export function outcomeOfReserve(reply: WriteReply, slotId: string): WriteOutcome<Ticket> {
  if (reply.kind === 'not-sent') return { kind: 'refused', report: reply.report ?? notSent };
  if (reply.kind === 'silent') return { kind: 'unknown', report: outcomeUnknown };
  if (reply.status === 200 || reply.status === 201) {
    const ticket = wireTicket.safeParse(reply.json);
    const asked = ticket.success && (ticket.data.timeTableGuid ?? slotId) === slotId;
    return asked
      ? { kind: 'confirmed', value: translateHold(ticket.data), status: reply.status, code: null }
      : { kind: 'unknown', report: outcomeUnknown };
  }
  return isRefusal('reserve', reply, [400, 404])
    ? { kind: 'refused', report: misRefusal('reserve', reply) }
    : { kind: 'unknown', report: outcomeUnknown };
}

/** Schedules, holds and their confirmation. */
export function createMisSchedule(client: MisClient): Schedule {
  return {
    clinics: async (patient) => {
      const lpus = await client.readOpen(patient, clinicsPath, wireLpus);
      const offered = lpus.filter(
        ({ isActive, haveSchedule }) => isActive !== false && haveSchedule !== false,
      );
      return withUnreadable(offered.map(translateClinic), unreadableIn(lpus));
    },
    specialities: async (patient, clinicId) => {
      const { items } = await client.readOpen(patient, departmentsPath, wireDepartments, {
        lpuCode: clinicId,
      });
      return mapRows(items, ({ id, title }) => ({ id, name: title }));
    },
    doctors: async (patient, clinicId, specialityId) => {
      // Never without both filters: the whole answer is some 30 MB.
      const query = { lpuCode: clinicId, departmentId: specialityId, days: daysOfSummary };
      const { items } = await client.readOpen(patient, doctorsPath, wireDoctors, query);
      const unreadable = items.reduce((sum, { doctors }) => sum + unreadableIn(doctors), unreadableIn(items));
      return withUnreadable(
        items.flatMap(({ doctors }) => doctors.map(translateDoctor)),
        unreadable,
      );
    },
    slots: async (patient, { clinicId, doctorId, dateFrom, dateTo }, now) => {
      const path = `/lpu${pathOf(clinicId)}/doctor${pathOf(doctorId)}/schedule${pathOf(dateFrom, dateTo)}`;
      const slots = await client.read(patient, 'cod', { method: 'GET', path }, wireSlots);
      return mapRows(slots, (slot) =>
        translateSlot(slot, { clinicId, doctorId, birthDate: patient.birthDate, now }),
      );
    },
    reserve: async (patient, { clinicId, slotId, ageCategory, minutes }) =>
      outcomeOfReserve(
        await client.write(patient, 'cod', {
          method: 'POST',
          path: `/visit${pathOf(clinicId)}/reservation`,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ timeTable: slotId, ageCategory, reserveTime: minutes }),
        }),
        slotId,
      ),
    confirm: async (patient, { clinicId, slotId }) =>
      outcomeOfReserve(
        await client.write(patient, 'cod', {
          method: 'POST',
          path: `${createVisitPath}${pathOf(clinicId)}`,
          query: { timeTable: slotId },
        }),
        slotId,
      ),
    release: async (patient, { clinicId, ticketId }) => {
      const outcome = outcomeOfCancel(
        await client.write(patient, 'cod', {
          method: 'DELETE',
          path: `/visit${pathOf(clinicId)}`,
          query: { ticketGuid: ticketId },
        }),
      );
      if (outcome.kind !== 'refused' || outcome.report === notSent) return outcome;
      const gone = outcome.report.failure === 'mis.cancel-visit.not-found';
      return gone
        ? { kind: 'confirmed', value: null, status: 404, code: '5068' }
        : { kind: 'refused', report: { ...outcome.report, failure: 'mis.release.not-released' } };
    },
    ticketsIn: (patient, where, now) => ticketsInCell(client, patient, where, now),
  };
}
