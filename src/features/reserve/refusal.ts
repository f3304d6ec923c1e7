import { failures } from '#contract/failures.ts';
import type { FailureReport } from '#contract/operation.ts';

/** The request did not get as far as the clinic, so the person may simply press again. */
export function changedNothing({ failure }: FailureReport): boolean {
  const { effect, next } = failures[failure];
  return effect === 'none' && (next === 'try-again' || next === 'wait' || next === 'correct-input');
}
