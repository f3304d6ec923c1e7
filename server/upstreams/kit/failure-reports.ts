import type { FailureReport } from '#contract/operation.ts';
import type { FailureName } from '#contract/failures.ts';

const ours = (failure: FailureName): FailureReport => ({ failure, upstream: null, facts: {}, text: null });

export const sourceUnavailable = ours('portal.source-unavailable');
export const noCard = ours('portal.no-card');
export const notSent = ours('portal.not-sent');
export const outcomeUnknown = ours('portal.outcome-unknown');
export const notFound = ours('portal.not-found');
