import type { UpstreamOperation } from '#contract/failures.ts';
import type { FailureReport } from '#contract/operation.ts';
import { refusalOf, documentedFailure } from '../kit/refusals.ts';
import type { Answered } from '../kit/transport.ts';
import { wireStandardResponse } from './mis-wire.ts';

export interface MisMessage {
  readonly code: string | null;
  readonly text: string | null;
}

/** The code and the text of a standard response, under whichever spelling they came. */
export function messageOf(json: unknown): MisMessage {
  const parsed = wireStandardResponse.safeParse(json);
  if (!parsed.success) return { code: null, text: null };
  const { messagecode, messageode, message } = parsed.data;
  const code = messagecode ?? messageode ?? null;
  return { code: code === null ? null : String(code), text: message ?? null };
}

/** 4008 names the other booking: its doctor and time are for the person, and never for a log. */
function factsOf({ code, text }: MisMessage): Record<string, string> {
  if (code !== '4008') return {};
  const [, doctor, time] = /^Вы уже записаны (.+) на (.+?)\. Запрещено/.exec(text ?? '') ?? [];
  return doctor && time && !/[{}]/.test(doctor + time) ? { doctor, time } : {};
}

/** A 4xx of MIS as our failure. */
export function misRefusal(operation: UpstreamOperation, answer: Answered): FailureReport {
  const message = messageOf(answer.json);
  return refusalOf({ system: 'mis', operation, status: answer.status, ...message }, factsOf(message));
}

/** Whether a document names this answer of this operation. */
export const isDocumented = (operation: UpstreamOperation, answer: Answered) =>
  documentedFailure({ system: 'mis', operation, status: answer.status, ...messageOf(answer.json) }) !== null;

/**
 * A refusal: documented, or said in the vendor's own words with a status that means "not done" (some are documented
 * without a code). The same status in anybody else's words proves nothing.
 */
export function isRefusal(
  operation: UpstreamOperation,
  answer: Answered,
  notDone: readonly number[] = [400],
): boolean {
  const { code, text } = messageOf(answer.json);
  const itsOwnWords = code !== null || text !== null;
  return isDocumented(operation, answer) || (notDone.includes(answer.status) && itsOwnWords);
}

/** The one code of a success that a document names (seed 001). */
const successCode = '2000';
const saysNothing = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A body that names another status or a refusal's code, or speaks of an error, beside a status that says "done". */
export function contradictsItself({ status, json }: Answered): boolean {
  const parsed = wireStandardResponse.safeParse(json);
  if (!parsed.success) return false;
  const { code, messagecode, messageode, success, error, errors } = parsed.data;
  const own = messagecode ?? messageode ?? null;
  return (
    (code !== null && code !== undefined && Number(code) !== status) ||
    (own !== null && String(own) !== successCode) ||
    (success !== undefined && success !== true) ||
    !saysNothing(error) ||
    !saysNothing(errors)
  );
}

/**
 * A body that speaks of a success and of nothing else: the standard response with 200 or 2000, `success: true`, or an object without
 * a word. Failures have come with 200, in more shapes than anybody can list: what is not known to be a success is none.
 */
export function speaksOfSuccess(answer: Answered): boolean {
  const parsed = wireStandardResponse.safeParse(answer.json);
  if (!parsed.success || contradictsItself(answer)) return false;
  const { code, message, messagecode, messageode, success, error: _, errors: __, ...others } = parsed.data;
  if (Object.keys(others).length > 0) return false;
  return (
    saysNothing(message) || success === true || [code, messagecode, messageode].some((it) => !saysNothing(it))
  );
}
