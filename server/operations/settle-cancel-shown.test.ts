import { expect, test } from 'vitest';
import type { BookingStatus } from '#contract/booking.ts';
import type { FailureName } from '#contract/failures.ts';
import { outcomeUnknown } from '#server/upstreams/kit/failure-reports.ts';
import type { WriteOutcome } from '#server/upstreams/kit/outcome.ts';
import { listed } from '#server/upstreams/kit/reading.ts';
import { lookAgainCancel, settleCancel } from './settle-cancel.ts';
import { bookings, truthOf } from './testing/cancel-truth.ts';
import { refusal } from './testing/script.ts';

// What is written down beside the outcome: the booking that the person is shown with it.

const done: WriteOutcome<null> = { kind: 'confirmed', value: null, status: 200, code: null };
const silence: WriteOutcome<null> = { kind: 'unknown', report: outcomeUnknown };
test('a confirmed cancel shows the booking as it was, cancelled now and not to be cancelled again', async () => {
  const { truth } = truthOf('visits', ['fails']);
  expect(await settleCancel(done, truth)).toMatchObject({
    state: 'confirmed',
    booking: {
      ...bookings.visits,
      status: { kind: 'cancelled', at: truth.now().toISOString() },
      can: { cancel: { allowed: false, reason: 'already-cancelled' } },
    },
  });
});

test('a booking that the clinic says was cancelled keeps the clinic’s own time of it', async () => {
  const { truth } = truthOf('visits', ['cancelled']);
  const at = '2026-11-20T08:00:00.000Z';
  const told = {
    ...truth,
    reread: async () => listed({ ...bookings.visits, status: { kind: 'cancelled', at } as const }),
  };
  expect(await settleCancel(silence, told)).toMatchObject({
    state: 'confirmed',
    booking: { status: { kind: 'cancelled', at } },
  });
});

test('a ticket that is gone is shown as it was before, cancelled', async () => {
  const { truth } = truthOf('clinic-visits', ['absent']);
  expect(await settleCancel(silence, truth)).toMatchObject({
    state: 'confirmed',
    booking: { id: bookings['clinic-visits'].id, status: { kind: 'cancelled' } },
  });
});

test('a refusal that proves itself shows the booking as it was, without reading it again', async () => {
  const { truth, reads } = truthOf('clinic-visits', ['cancelled']);
  expect(await settleCancel(refusal('mis.cancel-visit.time-passed'), truth)).toMatchObject({
    state: 'refused',
    booking: bookings['clinic-visits'],
  });
  expect(reads()).toBe(0);
});

test('what is read decides what is shown, and what was seen before where nothing can be read', async () => {
  const seen = truthOf('visits', ['completed']);
  expect(await settleCancel(refusal('loop.cancel-visit.wrong-status'), seen.truth)).toMatchObject({
    state: 'refused',
    booking: { status: { kind: 'completed' } },
  });
  const unseen = truthOf('visits', ['fails']);
  expect(await settleCancel(silence, unseen.truth)).toMatchObject({
    state: 'unknown',
    booking: bookings.visits,
  });
});

test.each(['mis.cancel-call.not-found', 'mis.cancel-call.not-active'] as const)(
  'a home call that is refused as %s and reads cancelled is cancelled',
  async (failure) => {
    const { truth } = truthOf('home-calls', ['cancelled']);
    expect(await settleCancel(refusal(failure), truth)).toMatchObject({ state: 'confirmed' });
  },
);

test('a request that is refused as not there and reads cancelled is cancelled; one that became a visit is not', async () => {
  const failure = refusal('connect.cancel-request.not-found');
  expect(await settleCancel(failure, truthOf('requests', ['cancelled']).truth)).toMatchObject({
    state: 'confirmed',
  });
  expect(await settleCancel(failure, truthOf('requests', ['became-visit']).truth)).toMatchObject({
    state: 'refused',
    report: { failure: 'connect.cancel-request.not-found' },
    booking: { status: { kind: 'became-visit' } },
  });
});

test('a second sending that is confirmed is the cancel, whatever the first was', async () => {
  const { truth } = truthOf('clinic-visits', ['booked'], { repeat: done });
  expect(await settleCancel(silence, truth)).toMatchObject({
    state: 'confirmed',
    booking: { id: 't1', status: { kind: 'cancelled' } },
  });
});

test.each(['not-found', 'time-passed'] as const)(
  'a second sending that is refused as %s, with the booking still to be seen, shows it',
  async (code) => {
    const { truth } = truthOf('clinic-visits', ['booked'], {
      repeat: refusal(`mis.cancel-visit.${code}`),
    });
    expect(await settleCancel(silence, truth)).toMatchObject({ booking: { status: { kind: 'booked' } } });
  },
);

test.each([
  ['clinic-visits', 'completed', 'mis.cancel-visit.not-found'],
  ['home-calls', 'transferred', 'mis.cancel-call.not-active'],
  ['requests', 'became-visit', 'connect.cancel-request.not-found'],
  ['requests', 'absent', 'connect.cancel-request.not-found'],
  ['visits', 'absent', 'loop.cancel-visit.not-found'],
  ['visits', 'missed', 'loop.cancel-visit.wrong-status'],
] satisfies [keyof typeof bookings, BookingStatus['kind'] | 'absent', FailureName][])(
  'long after, a booking of %s that reads %s was not cancelled: %s',
  async (source, read, failure) => {
    const { truth } = truthOf(source, [read]);
    expect(await lookAgainCancel(truth, { report: null, believed: true })).toMatchObject({
      state: 'refused',
      report: { failure },
      booking: { id: bookings[source].id },
    });
  },
);

test('while it is too early to believe a reading, what the clinic said stays, or that nothing was said', async () => {
  const { truth } = truthOf('visits', ['booked']);
  const { report } = refusal('mis.cancel-call.not-confirmed');
  expect(await lookAgainCancel(truth, { report, believed: false })).toMatchObject({
    state: 'unknown',
    report,
    booking: { status: { kind: 'booked' } },
  });
  expect(await lookAgainCancel(truth, { report: null, believed: false })).toMatchObject({
    report: outcomeUnknown,
  });
});
