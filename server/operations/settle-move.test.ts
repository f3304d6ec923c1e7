import { describe, expect, test } from 'vitest';
import type { Booking, BookingStatus, OfferedTime } from '#contract/booking.ts';
import type { FailureName } from '#contract/failures.ts';
import { outcomeUnknown, sourceUnavailable } from '#server/upstreams/kit/failure-reports.ts';
import type { WriteOutcome } from '#server/upstreams/kit/outcome.ts';
import { ReadFailure } from '#server/upstreams/kit/read-failure.ts';
import { absent, listed } from '#server/upstreams/kit/reading.ts';
import { budgetOf } from './look-until.ts';
import { lookAgainMove, settleMove, type MoveTruth } from './settle-move.ts';
import { bookings } from './testing/cancel-truth.ts';
import { fakeClock } from './testing/fake-clock.ts';
import { refusal } from './testing/script.ts';

const done: WriteOutcome<null> = { kind: 'confirmed', value: null, status: 200, code: null };
const silence: WriteOutcome<null> = { kind: 'unknown', report: outcomeUnknown };
const time: OfferedTime = {
  id: 'slot-2',
  starts: { at: '2026-11-25T09:00:00.000Z', offset: '+03:00' },
  ends: { at: '2026-11-25T09:30:00.000Z', offset: '+03:00' },
};
const before: Booking = { ...bookings.visits, slot: { id: 'slot-1', doctorId: 'p1' } };

type Read = 'moved' | 'there' | 'absent' | 'uncovered' | 'fails' | Exclude<BookingStatus['kind'], 'booked'>;

/** A visit that reads like this, in order, the last one for ever. */
function truthOf(...reads: Read[]) {
  const clock = fakeClock();
  let count = 0;
  const truth: MoveTruth = {
    before,
    time,
    now: clock.now,
    pause: clock.pause,
    timeLeft: budgetOf({ clock: clock.now }),
    reread: async () => {
      const read = reads[Math.min(count, reads.length - 1)] ?? 'fails';
      count += 1;
      if (read === 'fails') throw new ReadFailure(sourceUnavailable);
      if (read === 'absent' || read === 'uncovered') return absent(read === 'absent');
      const slot = { doctorId: 'p1', id: read === 'there' ? 'slot-1' : 'slot-2' };
      const kind = read === 'moved' || read === 'there' ? 'booked' : read;
      const status = { kind, at: null, wireStatus: 'strange' } as BookingStatus;
      return listed({ ...before, slot, status });
    },
  };
  return { truth, reads: () => count };
}

test('a move that was answered is shown at its new time, unread', async () => {
  const { truth, reads } = truthOf('there');
  expect(await settleMove(done, truth)).toMatchObject({
    state: 'confirmed',
    booking: { id: before.id, starts: time.starts, ends: time.ends, slot: { id: 'slot-2', doctorId: 'p1' } },
  });
  expect(reads()).toBe(0);
});

describe('after silence', () => {
  test('a visit that is seen in its new slot was moved, and is read no further', async () => {
    const { truth, reads } = truthOf('there', 'moved');
    expect(await settleMove(silence, truth)).toMatchObject({ state: 'confirmed', report: null });
    expect(reads()).toBe(2);
  });

  test.each(['there', 'absent', 'fails', 'cancelled', 'unrecognised'] as const)(
    'a visit that reads as %s leaves it open',
    async (read) => {
      const { truth, reads } = truthOf(read);
      expect(await settleMove(silence, truth)).toMatchObject({ state: 'unknown' });
      expect(reads()).toBe(3);
    },
  );

  test('a cancelled visit in the wanted slot was not moved there', async () => {
    const { truth } = truthOf('cancelled');
    expect(await lookAgainMove(truth, { report: null, believed: true })).toMatchObject({
      state: 'refused',
      report: { failure: 'loop.move-visit.wrong-status' },
    });
  });
});

describe('after a refusal that may mean "done already"', () => {
  test.each([
    ['loop.move-visit.taken', 'moved', 'confirmed', 1],
    ['loop.move-visit.taken', 'there', 'refused', 1],
    ['loop.move-visit.taken', 'fails', 'refused', 3],
    ['loop.move-visit.wrong-status', 'completed', 'refused', 1],
    ['loop.move-visit.not-found', 'absent', 'refused', 1],
  ] as const)('%s, read as %s, is %s', async (failure, read, state, times) => {
    const { truth, reads } = truthOf(read);
    expect(await settleMove(refusal(failure), truth)).toMatchObject({ state });
    expect(reads()).toBe(times);
  });
});

test.each(['loop.move-visit.unrecognised', 'portal.not-sent'] as const)(
  'a plain refusal (%s) is one, without a reading',
  async (failure) => {
    const { truth, reads } = truthOf('moved');
    expect(await settleMove(refusal(failure), truth)).toMatchObject({
      state: 'refused',
      report: { failure },
    });
    expect(reads()).toBe(0);
  },
);

describe('looked at again', () => {
  const lookAt = (read: Read, believed: boolean) =>
    lookAgainMove(truthOf(read).truth, { report: null, believed });

  test.each([true, false])('what cannot be read is nothing new (believed: %s)', async (believed) => {
    expect(await lookAt('fails', believed)).toBeNull();
  });

  test.each([true, false])('a visit in its new slot was moved (believed: %s)', async (believed) => {
    expect(await lookAt('moved', believed)).toMatchObject({ state: 'confirmed' });
  });

  test.each(['there', 'completed', 'absent', 'unrecognised'] as const)(
    '%s is not believed soon after the write',
    async (read) => {
      expect(await lookAt(read, false)).toMatchObject({ state: 'unknown' });
    },
  );

  test.each([
    ['there', 'portal.not-moved'],
    ['completed', 'loop.move-visit.wrong-status'],
    ['absent', 'loop.move-visit.not-found'],
  ] satisfies [Read, FailureName][])('%s long after it is refused as %s', async (read, failure) => {
    expect(await lookAt(read, true)).toMatchObject({
      state: 'refused',
      report: { failure },
      byReading: true,
    });
  });

  test('a status that nobody knows is never believed', async () => {
    expect(await lookAt('unrecognised', true)).toMatchObject({ state: 'unknown' });
  });
});
