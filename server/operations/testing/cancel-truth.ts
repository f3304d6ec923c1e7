import type { Booking, BookingStatus } from '#contract/booking.ts';
import { sourceUnavailable } from '#server/upstreams/kit/failure-reports.ts';
import type { WriteOutcome } from '#server/upstreams/kit/outcome.ts';
import { ReadFailure } from '#server/upstreams/kit/read-failure.ts';
import { absent, listed } from '#server/upstreams/kit/reading.ts';
import { budgetOf } from '../look-until.ts';
import type { CancelTruth } from '../settle-cancel.ts';
import { fakeClock } from './fake-clock.ts';

const common = {
  person: 'me',
  status: { kind: 'booked' },
  starts: null,
  ends: null,
  place: null,
  who: null,
  can: { cancel: { allowed: true }, move: { allowed: true } },
} as const;
const ticket = {
  ticketNumber: null,
  room: null,
  floor: null,
  partOfCheckUp: false,
  madeAt: null,
  history: [],
};
export const bookings = {
  'clinic-visits': { ...common, ...ticket, kind: 'clinic-visit', source: 'clinic-visits', id: 't1' },
  'home-calls': {
    ...common,
    kind: 'home-call',
    source: 'home-calls',
    id: 'c1',
    address: null,
    statusSince: null,
  },
  requests: {
    ...common,
    kind: 'appointment-request',
    source: 'requests',
    id: '71',
    orderId: 7001,
    dateFrom: null,
    offeredTimes: [],
  },
  visits: {
    ...common,
    kind: 'visit',
    source: 'visits',
    id: 'v1',
    visitType: 'first',
    reason: null,
    cancelReason: null,
  },
} satisfies Record<string, Booking>;

/** `uncovered`: absent from an answer that says nothing about its place. */
export type Read = BookingStatus['kind'] | 'absent' | 'uncovered' | 'fails';

/** A booking that reads like this, in order, the last one for ever; each reading and the repeat take their time. */
export function truthOf(
  source: keyof typeof bookings,
  reads: Read[],
  { repeat = null, takes = 0 }: { repeat?: WriteOutcome<null> | null; takes?: number } = {},
) {
  const clock = fakeClock();
  const before = bookings[source];
  let count = 0;
  let repeats = 0;
  const truth: CancelTruth = {
    before,
    now: clock.now,
    pause: clock.pause,
    timeLeft: budgetOf({ clock: clock.now }),
    reread: async () => {
      const read = reads[Math.min(count, reads.length - 1)] ?? 'fails';
      count += 1;
      clock.advance(takes);
      if (read === 'fails') throw new ReadFailure(sourceUnavailable);
      if (read === 'absent' || read === 'uncovered') return absent(read === 'absent');
      const status = { kind: read, at: null, wireStatus: 'strange' } as BookingStatus;
      return listed({ ...before, status });
    },
    repeat: () => {
      if (!repeat) return null;
      repeats += 1;
      return Promise.resolve(repeat);
    },
  };
  return { truth, clock, reads: () => count, repeats: () => repeats };
}
