import type { PartOfDay } from '#contract/waiting.ts';
import { notSent, outcomeUnknown } from '../kit/failure-reports.ts';
import type { WriteOutcome } from '../kit/outcome.ts';
import type { WaitingList } from '../kit/ports.ts';
import type { WriteReply } from '../kit/transport.ts';
import type { MisClient } from './mis-client.ts';
import { contradictsItself, isRefusal, misRefusal } from './mis-refusals.ts';

/** Both ends always: an hour that is left out ends the window at midnight, where it began. */
const hoursOf: Readonly<Record<PartOfDay, { timeStart: string; timeEnd: string }>> = {
  any: { timeStart: '00:00', timeEnd: '23:59' },
  morning: { timeStart: '00:00', timeEnd: '12:00' },
  afternoon: { timeStart: '12:00', timeEnd: '23:59' },
};

/** The page shows no answers: any JSON, or none, is taken for a success; a refusal speaks in the vendor's own words. */
export function outcomeOfWait(reply: WriteReply): WriteOutcome<null> {
  if (reply.kind === 'not-sent') return { kind: 'refused', report: reply.report ?? notSent };
  if (reply.kind === 'silent') return { kind: 'unknown', report: outcomeUnknown };
  const { status, text, json } = reply;
  const isOpenAnswer = text.trim() === '' || json !== undefined;
  if ((status === 200 || status === 201) && isOpenAnswer && !contradictsItself(reply))
    return { kind: 'confirmed', value: null, status, code: null };
  return isRefusal('wait', reply, [400, 403, 404])
    ? { kind: 'refused', report: misRefusal('wait', reply) }
    : { kind: 'unknown', report: outcomeUnknown };
}

/** `POST /api/v3/waitinglist`: its prefix is the endpoint's own, and so is its token. */
export const createMisWaiting = (client: MisClient): WaitingList => ({
  wait: async (patient, { clinicId, specialityId, doctorId, phone, from, to, part }) =>
    outcomeOfWait(
      await client.write(
        patient,
        { clinic: clinicId },
        {
          method: 'POST',
          path: '/api/v3/waitinglist',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            lpuGuid: clinicId,
            specialityCode: specialityId,
            ...(doctorId === null ? {} : { doctorGuid: doctorId }),
            phone,
            dateStart: `${from}T00:00:00`,
            dateEnd: `${to}T00:00:00`,
            ...hoursOf[part],
            isAgree: 1,
          }),
        },
      ),
    ),
});
