import type { Booking } from '#contract/booking.ts';
import { reasonCodeOther } from '#contract/operation.ts';
import { notSent, outcomeUnknown } from '../kit/failure-reports.ts';
import type { WriteOutcome } from '../kit/outcome.ts';
import type { Patient } from '../kit/patient.ts';
import type { BookingSource, CancelChoice } from '../kit/ports.ts';
import { pathOf } from '../kit/path-of.ts';
import { absent, listed } from '../kit/reading.ts';
import { mapRows, unreadableIn } from '../kit/rows.ts';
import type { WriteReply } from '../kit/transport.ts';
import type { MisClient } from './mis-client.ts';
import { isDocumented, isRefusal, messageOf, misRefusal, speaksOfSuccess } from './mis-refusals.ts';
import { wireCalls } from './mis-wire.ts';
import { translateCall } from './translate-mis.ts';

/** The address prefix of this one operation: an older copy of the document has it without `/api/v2`. */
const cancelCallPath = '/api/v2/iemk/doctors/visit';
const cancelledCode = '2000';
const daysOfHistory = 365;

/**
 * Seed 001: a success is 200 with code 2000 and nothing less. 500/5023 is a documented failure after trying:
 * it proves nothing, so it is unknown under its own name.
 */
export function outcomeOfCancelCall(reply: WriteReply): WriteOutcome<null> {
  if (reply.kind === 'not-sent') return { kind: 'refused', report: reply.report ?? notSent };
  if (reply.kind === 'silent') return { kind: 'unknown', report: outcomeUnknown };
  const { code } = messageOf(reply.json);
  if (reply.status === 200 && code === cancelledCode && speaksOfSuccess(reply))
    return { kind: 'confirmed', value: null, status: 200, code };
  const triedInVain = reply.status >= 500 && isDocumented('cancel-call', reply);
  if (triedInVain) return { kind: 'unknown', report: misRefusal('cancel-call', reply) };
  return isRefusal('cancel-call', reply)
    ? { kind: 'refused', report: misRefusal('cancel-call', reply) }
    : { kind: 'unknown', report: outcomeUnknown };
}

const bodyOf = ({ reasonCode, reason }: CancelChoice) => ({
  ...(reasonCode === undefined ? {} : { ReasonCode: reasonCode }),
  ...(reasonCode === reasonCodeOther && reason ? { Reason: reason } : {}),
});

/** A doctor's calls to the patient's home: listed with a COD token, cancelled with an RPGU one. */
export function createMisHomeCalls(client: MisClient): BookingSource {
  const list = async (patient: Patient, now: Date) => {
    // Without `dateFrom` the vendor answers from today on, and history would be empty.
    const dateFrom = new Date(now.getTime() - daysOfHistory * 86_400_000).toISOString().slice(0, 10);
    const calls = await client.read(
      patient,
      'cod',
      { method: 'GET', path: '/calldoctor', query: { dateFrom } },
      wireCalls,
    );
    return mapRows(calls, (call) => translateCall(call, patient.ref, now));
  };

  return {
    source: 'home-calls',
    list,
    read: async (patient, { id, place }, now) => {
      const calls = await list(patient, now);
      const call = calls.find((candidate) => candidate.id === id);
      const sameClinic = (other: Booking) =>
        Boolean(place?.clinicId && other.place?.clinicId === place.clinicId);
      return call ? listed(call) : absent(unreadableIn(calls) === 0 && calls.some(sameClinic));
    },
    cancel: async (patient, booking, choice) =>
      outcomeOfCancelCall(
        await client.write(patient, 'rpgu', {
          method: 'DELETE',
          path: `${cancelCallPath}${pathOf(booking.id)}`,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(bodyOf(choice)),
        }),
      ),
  };
}
