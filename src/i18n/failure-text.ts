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

/** The words of a failure. Does not compile while a name of the table has none. Needs all words (`needAllWords`). */
export function failureText(
  words: SayWords,
  name: FailureName,
  facts: FailureReport['facts'] = {},
): FailureText {
  const step: NextStep = failures[name].next;
  const values = { doctor: 'none', time: '', ...facts };
  return {
    title: words(`failures.${name}.title` satisfies MessageId, values),
    body: words(`failures.${name}.body` satisfies MessageId, values),
    next: words(`next.${step}` satisfies MessageId),
    step,
  };
}
