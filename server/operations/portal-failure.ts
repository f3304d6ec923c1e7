import type { FailureName } from '#contract/failures.ts';
import type { FailureReport } from '#contract/operation.ts';

/** A named failure on its way to the browser as `application/problem+json`. */
export class PortalFailure extends Error {
  override readonly name = 'PortalFailure';
  readonly report: FailureReport;
  readonly operation: string | null;
  readonly fields: Readonly<Record<string, string>> | null;

  constructor(
    report: FailureReport | FailureName,
    {
      operation = null,
      fields = null,
    }: { operation?: string | null; fields?: Record<string, string> | null } = {},
  ) {
    const whole =
      typeof report === 'string' ? { failure: report, upstream: null, facts: {}, text: null } : report;
    super(whole.failure);
    this.report = whole;
    this.operation = operation;
    this.fields = fields;
  }
}
