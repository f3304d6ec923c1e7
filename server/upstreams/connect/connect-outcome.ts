import type { UpstreamOperation } from '#contract/failures.ts';
import { notSent, outcomeUnknown, sourceUnavailable } from '../kit/failure-reports.ts';
import type { WriteOutcome } from '../kit/outcome.ts';
import type { AppointmentState } from '../kit/ports.ts';
import { ReadFailure } from '../kit/read-failure.ts';
import { documentedFailure, refusalOf } from '../kit/refusals.ts';
import type { Answered, WriteReply } from '../kit/transport.ts';
import { wireAppointment, wireError } from './connect-wire.ts';
import { appointmentStatus } from './translate-connect.ts';

/** 408 and 429 do not say whether the request was carried out. */
const saysNothing = new Set([408, 429]);

/** A page is not the vendor's answer. */
const isPage = ({ text, json }: Answered) => json === undefined && /^\s*</.test(text);

/** What the vendor says of an error, as far as it is words. */
const wordsOf = ({ text, json }: Answered) => {
  const error = wireError.safeParse(json);
  if (error.success) return error.data.message;
  return json === undefined && text.trim() ? text : null;
};

/**
 * `proof` finds a success in the answer. A 4xx that a document names, or that speaks JSON as the vendor does, is a refusal: plain
 * words may be a proxy's. A 401 was never executed. A 500, though documented, proves nothing, so it is unknown under its own name.
 */
export function outcomeOfConnect<T>(
  operation: UpstreamOperation,
  reply: WriteReply,
  proof: (answer: Answered) => T | undefined,
): WriteOutcome<T> {
  if (reply.kind === 'not-sent') return { kind: 'refused', report: notSent };
  if (reply.kind === 'silent') return { kind: 'unknown', report: outcomeUnknown };
  const value = proof(reply);
  if (value !== undefined) return { kind: 'confirmed', value, status: reply.status, code: null };
  const { status } = reply;
  const answer = { system: 'connect', operation, status, code: null, text: wordsOf(reply) } as const;
  const documented = documentedFailure(answer) !== null;
  const itsOwn =
    status === 401 || (status >= 400 && status < 500 && !saysNothing.has(status) && reply.json !== undefined);
  if (itsOwn || (documented && status < 500 && !isPage(reply)))
    return { kind: 'refused', report: refusalOf(answer) };
  return { kind: 'unknown', report: documented && !isPage(reply) ? refusalOf(answer) : outcomeUnknown };
}

const bookedStatuses = new Set(['booked', 'in-progress', 'completed']);

/**
 * What became of a booking that was taken up (201 with a `Location`): 202 is still under way, 200 with a booked status is done, and a
 * documented error is a refusal that came late. Throws `ReadFailure` for anything else.
 */
export function appointmentStateOf(answer: Answered): AppointmentState {
  const { status } = answer;
  if (status === 202) return { kind: 'pending' };
  const wire = status === 200 ? wireAppointment.safeParse(answer.json) : null;
  if (wire?.success)
    return { kind: bookedStatuses.has(appointmentStatus(wire.data.status).kind) ? 'booked' : 'pending' };
  const refusal = {
    system: 'connect',
    operation: 'book-time',
    status,
    code: null,
    text: wordsOf(answer),
  } as const;
  // 404 may come before the appointment can be found: only "no longer available" is the vendor's word against it.
  if (status === 422 && !isPage(answer)) return { kind: 'refused', report: refusalOf(refusal) };
  throw new ReadFailure(sourceUnavailable, { cause: wire?.error });
}
