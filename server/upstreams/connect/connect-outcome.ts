import type { UpstreamOperation } from '#contract/failures.ts';
import { notSent, outcomeUnknown } from '../kit/failure-reports.ts';
import type { WriteOutcome } from '../kit/outcome.ts';
import { documentedFailure, refusalOf } from '../kit/refusals.ts';
import type { Answered, WriteReply } from '../kit/transport.ts';
import { wireError } from './connect-wire.ts';

/** 408 and 429 do not say whether the request was carried out. */
const saysNothing = new Set([408, 429]);

/** No document shows the body of an error: nothing, JSON and plain words will do; a page is not the vendor's answer. */
const isPage = ({ text, json }: Answered) => json === undefined && /^\s*</.test(text);

/** What the vendor says of an error, as far as it is words. */
const wordsOf = ({ text, json }: Answered) => {
  const error = wireError.safeParse(json);
  if (error.success) return error.data.message;
  return json === undefined && text.trim() ? text : null;
};

/**
 * `proof` finds a success in the answer. A 4xx that a document names, or that is the vendor's own, is a refusal;
 * a 500, though documented, proves nothing, so it is unknown under its own name.
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
  const itsOwn = status >= 400 && status < 500 && !saysNothing.has(status) && !isPage(reply);
  if (itsOwn || (documented && status < 500)) return { kind: 'refused', report: refusalOf(answer) };
  return { kind: 'unknown', report: documented ? refusalOf(answer) : outcomeUnknown };
}
