import { beforeEach, expect, test } from 'vitest';
import { bookTime } from './book-time.ts';
import { requestTimes } from './request-times.ts';
import { asked, benchOver, type Bench } from './testing/bench.ts';
import { emptyStore } from './testing/empty-store.ts';
import { fakeClock, type FakeClock } from './testing/fake-clock.ts';
import { fakeWorld, type FakeWorld } from './testing/fake-world.ts';
import { lookRound } from './testing/look-round.ts';

const second = 1_000;
const store = emptyStore();
let clock: FakeClock;
let world: FakeWorld;
let bench: Bench;
let requestId: string;
beforeEach(async () => {
  clock = fakeClock();
  world = fakeWorld(clock);
  bench = benchOver(store, world.upstreams, clock);
  const { booking } = await requestTimes(bench, asked(), {
    person: 'me',
    orderId: 7001,
    dateFrom: '2026-11-24',
  });
  requestId = booking?.id ?? '';
});

const book = () => bookTime(bench, asked(), requestId, 'time-1');
const refusedLate = {
  failure: 'connect.book-time.not-accepted',
  upstream: null,
  facts: {},
  text: null,
} as const;
const standing = async (id: string) => (await bench.journal.find('actor-anna', id))?.operation;
async function lookAfter(milliseconds: number): Promise<void> {
  clock.advance(milliseconds);
  await lookRound(bench);
}

test('a booking that was taken up (201), appointment says booked, is confirmed', async () => {
  expect(await book()).toMatchObject({ state: 'confirmed' });
});

test('a booking that was taken up, appointment pending, is unknown for as long as it is pending', async () => {
  world.requests.appointment = { kind: 'pending' };
  const { id, state } = await book();
  expect(state).toBe('unknown');
  await lookAfter(31 * second);
  expect((await standing(id))?.state).toBe('unknown');
  world.requests.appointment = { kind: 'booked' };
  await lookAfter(120 * second);
  expect((await standing(id))?.state).toBe('confirmed');
});

test('a booking that was taken up and refused later (422) is refused, and the person is told', async () => {
  world.requests.appointment = { kind: 'pending' };
  const { id } = await book();
  world.requests.appointment = { kind: 'refused', report: refusedLate };
  await lookAfter(6 * second);
  expect(await standing(id)).toMatchObject({ state: 'refused', report: refusedLate });
  expect((await bench.journal.rows.byId(id))?.to_tell).toBe(true);
});
