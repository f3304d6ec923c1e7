import type { FailureReport } from '#contract/operation.ts';

/** A read that did not come, or a token that could not be had: nothing was changed by it. */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
  readonly report: FailureReport;

  constructor(report: FailureReport, options?: ErrorOptions) {
    super(report.failure, options);
    this.report = report;
  }
}
