import { describe, expect, test } from 'vitest';
import type { FailureName } from '#contract/failures.ts';
import { outcomeUnknown } from '#server/upstreams/kit/failure-reports.ts';
import type { WriteOutcome } from '#server/upstreams/kit/outcome.ts';
import { lookAgainCancel, settleCancel } from './settle-cancel.ts';
import { bookings, truthOf, type Read } from './testing/cancel-truth.ts';
import { refusal } from './testing/script.ts';

const second = 1_000;
const done: WriteOutcome<null> = { kind: 'confirmed', value: null, status: 200, code: null };
const silence: WriteOutcome<null> = { kind: 'unknown', report: outcomeUnknown };

describe('after silence', () => {
  test('a booking that is seen cancelled is cancelled, and is read no further', async () => {
    const { truth, clock, reads } = truthOf('visits', ['booked', 'cancelled']);
    expect(await settleCancel(silence, truth)).toMatchObject({ state: 'confirmed', report: null });
    expect([reads(), clock.paused()]).toEqual([2, 300]);
  });

  test('is not called cancelled by readings that do not come', async () => {
    const { truth, reads, repeats } = truthOf('clinic-visits', ['fails'], { repeat: done });
    expect(await settleCancel(silence, truth)).toMatchObject({ state: 'unknown' });
    expect([reads(), repeats()]).toEqual([3, 0]);
  });

  test('a clinic visit, absent from three answers that cover its clinic, is cancelled', async () => {
    const { truth, clock, reads } = truthOf('clinic-visits', ['absent']);
    expect(await settleCancel(silence, truth)).toMatchObject({ state: 'confirmed' });
    expect([reads(), clock.paused()]).toEqual([3, second]);
  });

  test.each([
    ['one answer that covers its clinic', ['booked', 'booked', 'absent']],
    ['two answers that cover its clinic', ['booked', 'absent', 'absent']],
    ['two answers with one in between that lists it', ['absent', 'booked', 'absent']],
    ['answers of which one does not cover its clinic', ['absent', 'uncovered', 'absent']],
    ['answers that do not cover its clinic', ['uncovered']],
  ] as const)('a clinic visit, absent from %s, is not known', async (_what, reads) => {
    const { truth } = truthOf('clinic-visits', [...reads]);
    expect(await settleCancel(silence, truth)).toMatchObject({ state: 'unknown' });
  });

  test.each(['home-calls', 'visits', 'requests'] as const)(
    'a booking of %s is never cancelled by its absence',
    async (source) => {
      const { truth } = truthOf(source, ['absent']);
      expect(await settleCancel(silence, truth)).toMatchObject({ state: 'unknown' });
    },
  );

  test('an absence that proves nothing, cancelled once more, is resolved by the clinic’s own word', async () => {
    const { truth, repeats } = truthOf('clinic-visits', ['uncovered'], {
      repeat: refusal('mis.cancel-visit.not-found'),
    });
    expect(await settleCancel(silence, truth)).toMatchObject({ state: 'confirmed' });
    expect(repeats()).toBe(1);
  });

  test('a booking that is still on after a second is cancelled once more', async () => {
    const { truth, clock, repeats } = truthOf('clinic-visits', ['booked'], { repeat: done });
    expect(await settleCancel(silence, truth)).toMatchObject({
      state: 'confirmed',
      booking: { status: { kind: 'cancelled' } },
    });
    expect([clock.paused(), repeats()]).toEqual([second, 1]);
  });

  test.each([
    ['not found, and gone', refusal('mis.cancel-visit.not-found'), 'absent', 'confirmed'],
    ['not found, and not readable', refusal('mis.cancel-visit.not-found'), 'fails', 'confirmed'],
    ['not found, and still listed', refusal('mis.cancel-visit.not-found'), 'booked', 'unknown'],
    ['too late', refusal('mis.cancel-visit.time-passed'), 'booked', 'refused'],
    ['not sent', refusal('portal.not-sent'), 'booked', 'unknown'],
    ['silent too', silence, 'booked', 'unknown'],
    ['silent too, and gone', silence, 'absent', 'confirmed'],
    ['silent too, and not covered', silence, 'uncovered', 'unknown'],
    ['not found, and not covered', refusal('mis.cancel-visit.not-found'), 'uncovered', 'confirmed'],
  ] as const)('a repeat that is %s settles it as it must', async (_what, repeat, read, state) => {
    const { truth } = truthOf('clinic-visits', ['booked', 'booked', 'booked', read], { repeat });
    expect(await settleCancel(silence, truth)).toMatchObject({ state });
  });

  test('a reading that shows no known status proves nothing, and nothing is repeated', async () => {
    const { truth, repeats } = truthOf('visits', ['unrecognised'], { repeat: done });
    expect(await settleCancel(silence, truth)).toMatchObject({ state: 'unknown' });
    expect(repeats()).toBe(0);
  });

  test('slow readings never make the answer later than nine seconds', async () => {
    const { truth, clock } = truthOf('visits', ['fails'], { takes: 3 * second });
    clock.advance(5 * second);
    expect(await settleCancel(silence, truth)).toMatchObject({ state: 'unknown' });
    expect(truth.timeLeft()).toBeGreaterThanOrEqual(0);
  });
});

describe('after a refusal that may mean "done already"', () => {
  test.each([
    ['visits', 'loop.cancel-visit.wrong-status', 'cancelled', 'confirmed', 1],
    ['visits', 'loop.cancel-visit.wrong-status', 'completed', 'refused', 1],
    ['visits', 'loop.cancel-visit.wrong-status', 'fails', 'refused', 3],
    ['visits', 'loop.cancel-visit.wrong-status', 'in-progress', 'refused', 1],
    ['visits', 'loop.cancel-visit.wrong-status', 'booked', 'unknown', 3],
    ['visits', 'loop.cancel-visit.not-found', 'booked', 'unknown', 3],
    ['visits', 'loop.cancel-visit.not-found', 'absent', 'refused', 3],
    ['visits', 'loop.cancel-visit.not-found', 'uncovered', 'refused', 1],
    ['requests', 'connect.cancel-request.not-found', 'times-offered', 'unknown', 3],
    ['home-calls', 'mis.cancel-call.not-active', 'cancelled', 'confirmed', 1],
    ['home-calls', 'mis.cancel-call.not-active', 'completed', 'refused', 1],
    ['home-calls', 'mis.cancel-call.not-active', 'booked', 'unknown', 3],
    ['clinic-visits', 'mis.cancel-visit.not-found', 'absent', 'confirmed', 3],
    ['clinic-visits', 'mis.cancel-visit.not-found', 'uncovered', 'unknown', 1],
    ['clinic-visits', 'mis.cancel-visit.not-found', 'booked', 'unknown', 3],
    ['clinic-visits', 'mis.cancel-visit.not-found', 'fails', 'unknown', 3],
  ] as const)('%s: %s, read as %s, is %s', async (source, failure, read, state, times) => {
    const { truth, reads, repeats } = truthOf(source, [read], { repeat: done });
    expect(await settleCancel(refusal(failure), truth)).toMatchObject({ state });
    expect([reads(), repeats()]).toEqual([times, 0]);
  });
});

test.each(['mis.cancel-visit.time-passed', 'portal.not-sent'] as const)(
  'a plain refusal (%s) is one, without a reading',
  async (failure) => {
    const { truth, reads } = truthOf('clinic-visits', ['absent']);
    expect(await settleCancel(refusal(failure), truth)).toMatchObject({
      state: 'refused',
      report: { failure },
    });
    expect(reads()).toBe(0);
  },
);

test.each([
  ['booked', 'refused'],
  ['cancelled', 'confirmed'],
  ['fails', 'unknown'],
] as const)('a clinic that tried and could not (5023), read as %s, is %s', async (read, state) => {
  const tried = { ...outcomeUnknown, failure: 'mis.cancel-call.not-confirmed' } as const;
  const { truth, repeats } = truthOf('home-calls', [read], { repeat: done });
  expect(await settleCancel({ kind: 'unknown', report: tried }, truth)).toMatchObject({ state });
  expect(repeats()).toBe(0);
});

describe('looked at again', () => {
  const look = (source: keyof typeof bookings, read: Read, believed: boolean) =>
    lookAgainCancel(truthOf(source, [read]).truth, { report: null, believed });

  test.each([true, false])('what cannot be read is nothing new (believed: %s)', async (believed) => {
    expect(await look('visits', 'fails', believed)).toBeNull();
  });

  test.each([true, false])('what is cancelled is cancelled (believed: %s)', async (believed) => {
    expect(await look('visits', 'cancelled', believed)).toMatchObject({ state: 'confirmed' });
    expect(await look('clinic-visits', 'absent', believed)).toMatchObject({ state: 'confirmed' });
  });

  test.each(['booked', 'completed', 'absent', 'unrecognised'] as const)(
    '%s is not believed soon after the write',
    async (read) => {
      expect(await look('visits', read, false)).toMatchObject({ state: 'unknown' });
    },
  );

  const names: [keyof typeof bookings, Read, FailureName][] = [
    ['clinic-visits', 'booked', 'portal.still-on'],
    ['home-calls', 'in-progress', 'portal.still-on'],
    ['home-calls', 'completed', 'mis.cancel-call.not-active'],
    ['home-calls', 'absent', 'mis.cancel-call.not-active'],
    ['visits', 'completed', 'loop.cancel-visit.wrong-status'],
    ['visits', 'missed', 'loop.cancel-visit.wrong-status'],
    ['visits', 'absent', 'loop.cancel-visit.not-found'],
  ];
  test.each(names)('of %s, %s long after it is refused as %s', async (source, read, failure) => {
    expect(await look(source, read, true)).toMatchObject({
      state: 'refused',
      report: { failure },
      byReading: true,
    });
  });

  test.each(['clinic-visits', 'home-calls', 'visits', 'requests'] as const)(
    'an absence of %s that proves nothing is never believed',
    async (source) => {
      expect(await look(source, 'uncovered', true)).toMatchObject({ state: 'unknown' });
    },
  );

  test('a status that nobody knows is never believed', async () => {
    expect(await look('visits', 'unrecognised', true)).toMatchObject({ state: 'unknown' });
  });
});
