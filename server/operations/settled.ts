import type { Booking } from '#contract/booking.ts';
import type { FailureReport } from '#contract/operation.ts';
import type { Hold } from '#contract/slot.ts';

/** How a write ended, with what the person is shown of it. */
export interface Settled {
  readonly state: 'confirmed' | 'refused' | 'unknown';
  readonly report: FailureReport | null;
  readonly booking?: Booking | null;
  readonly hold?: Hold | null;
}

export const confirmed = (shown: Pick<Settled, 'booking' | 'hold'> = {}): Settled => ({
  state: 'confirmed',
  report: null,
  ...shown,
});
export const refused = (report: FailureReport, shown: Pick<Settled, 'booking' | 'hold'> = {}): Settled => ({
  state: 'refused',
  report,
  ...shown,
});
export const unknown = (report: FailureReport, shown: Pick<Settled, 'booking' | 'hold'> = {}): Settled => ({
  state: 'unknown',
  report,
  ...shown,
});
