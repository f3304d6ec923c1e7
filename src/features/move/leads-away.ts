import { failures } from '#contract/failures.ts';
import type { FailureReport } from '#contract/operation.ts';

/** Whether a refusal is settled somewhere else: by signing in again, or by the home call that holds the visit. */
export function leadsAway({ failure }: FailureReport): boolean {
  const { next } = failures[failure];
  return next === 'sign-in' || next === 'open-home-call';
}
