import { failures, type FailureName, type FailureSpec, type UpstreamOperation } from '#contract/failures.ts';
import type { FailureReport } from '#contract/operation.ts';

type System = 'mis' | 'connect' | 'loop';

export interface UpstreamAnswer {
  readonly system: System;
  readonly operation: UpstreamOperation;
  readonly status: number;
  readonly code: string | null;
  readonly text: string | null;
}

const unrecognised: Record<UpstreamOperation, FailureName> = {
  'cancel-visit': 'mis.cancel-visit.unrecognised',
  'cancel-call': 'mis.cancel-call.unrecognised',
  reserve: 'mis.reserve.unrecognised',
  'cancel-request': 'connect.cancel-request.unrecognised',
  'request-times': 'connect.request-times.unrecognised',
  'book-time': 'connect.book-time.unrecognised',
  'cancel-loop-visit': 'loop.cancel-visit.unrecognised',
  'move-loop-visit': 'loop.move-visit.unrecognised',
  wait: 'mis.wait.unrecognised',
};

const isName = (name: string): name is FailureName => name in failures;
const table = Object.entries<FailureSpec>(failures).flatMap(([name, { when }]) =>
  when && isName(name) ? [{ name, when }] : [],
);

/** An upstream's text for a person: without internal ids and unfilled templates, and not endless. */
const presentable = (text: string | null) =>
  text
    ?.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '…')
    .replace(/\{[^{}]*\}/g, '…')
    .slice(0, 400) ?? null;

/** The named entry for an upstream's answer, or null where no document names it. */
export function documentedFailure({
  system,
  operation,
  status,
  code,
  text,
}: UpstreamAnswer): FailureName | null {
  const same = table.filter(
    ({ when }) =>
      when.system === system && when.operation === operation && when.status === status && when.code === code,
  );
  const byText = same.find(({ when }) => when.text?.test(text ?? ''));
  return (byText ?? same.find(({ when }) => !when.text))?.name ?? null;
}

/** A code of several meanings whose text is none of the documented ones: only its own words say what it means. */
const isOpen = (name: FailureName) => name === 'mis.reserve.registry-only';

/** The report of a refusal. What no document names keeps the upstream's own text, shown under details. */
export function refusalOf(answer: UpstreamAnswer, facts: Record<string, string> = {}): FailureReport {
  const named = documentedFailure(answer);
  return {
    failure: named ?? unrecognised[answer.operation],
    upstream: { system: answer.system, status: answer.status, code: answer.code },
    facts,
    text: named && !isOpen(named) ? null : presentable(answer.text),
  };
}
