import type { Booking } from '#contract/booking.ts';
import type { FailureName } from '#contract/failures.ts';
import type { FailureReport } from '#contract/operation.ts';
import type { Hold } from '#contract/slot.ts';

/** How a write ended, with what the person is shown of it. */
export interface Settled {
  readonly state: 'confirmed' | 'refused' | 'unknown';
  readonly report: FailureReport | null;
  readonly booking?: Booking | null;
  readonly hold?: Hold | null;
  /** Proved by reading alone: a later reading may prove otherwise, so it is watched for a day. */
  readonly byReading?: boolean;
  /** When a reading will prove more than one before then. */
  readonly lookAt?: Date;
}

type Shown = Pick<Settled, 'booking' | 'hold'>;

export const confirmed = (shown: Shown = {}): Settled => ({ state: 'confirmed', report: null, ...shown });
export const refused = (report: FailureReport, shown: Shown = {}): Settled => ({
  state: 'refused',
  report,
  ...shown,
});
export const unknown = (report: FailureReport, shown: Shown = {}): Settled => ({
  state: 'unknown',
  report,
  ...shown,
});

/** Looked for where its effect would be, long after it was sent, and not there. */
export const refusedByReading = (failure: FailureName, shown: Shown = {}): Settled => ({
  ...refused({ failure, upstream: null, facts: {}, text: null }, shown),
  byReading: true,
});
