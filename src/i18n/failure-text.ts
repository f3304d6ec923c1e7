import { failures, type FailureName, type NextStep } from '#contract/failures.ts';
import type { FailureReport } from '#contract/operation.ts';
import type { MessageId } from './message-id.ts';
import type { SayWords } from './use-words.tsx';

export interface FailureText {
  /** What is true now. */
  readonly title: string;
  readonly body: string;
  /** What the one next step is called, and which it is. */
  readonly next: string;
  readonly step: NextStep;
}

type Report = Pick<FailureReport, 'failure' | 'facts' | 'upstream'>;

/** What a message may name when the upstream named nothing. */
const unnamed = { doctor: 'none', time: '' };

/** The words of a failure. Does not compile while a name of the table has none. Needs all words (`needAllWords`). */
export function failureText(
  words: SayWords,
  name: FailureName,
  facts: FailureReport['facts'] = {},
): FailureText {
  const step: NextStep = failures[name].next;
  const values = { ...unnamed, ...facts };
  return {
    title: words(`failures.${name}.title` satisfies MessageId, values),
    body: words(`failures.${name}.body` satisfies MessageId, values),
    next: words(`next.${step}` satisfies MessageId),
    step,
  };
}

/** The same for a registrar, who knows the codes and has people waiting: one line, the upstream's code first. */
function registrarText(words: SayWords, { failure, facts, upstream }: Report): FailureText {
  const line = words(`registrar.${failure}` satisfies MessageId, { ...unnamed, ...facts });
  const code = upstream?.code ?? upstream?.status ?? null;
  const text = failureText(words, failure, facts);
  return {
    ...text,
    next: text.step === 'see-bookings' ? words('next.see-bookings.registrar') : text.next,
    title: code === null ? line : words('registrar.withCode', { code, line }),
    body: '',
  };
}

/** The words of what came back, for whoever reads them. */
export const reportText = (words: SayWords, report: Report, isRegistrar: boolean): FailureText =>
  isRegistrar ? registrarText(words, report) : failureText(words, report.failure, report.facts);

/** Why a read did not come; `again` says how to repeat it, and is left out where a repeat changes nothing. */
export function readFailureText(
  words: SayWords,
  report: Report,
  again: { readonly body: string; readonly retry: string },
  isRegistrar = false,
): { title: string; body: string; retry?: string } {
  const { title, body } = reportText(words, report, isRegistrar);
  return failures[report.failure].repeatHelps ? { title, ...again } : { title, body };
}
