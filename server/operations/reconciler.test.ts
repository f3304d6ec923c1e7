import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FailedAfterSend } from './failed-after-send.ts';
import { bookTime } from './book-time.ts';
import { cancelBooking } from './cancel-booking.ts';
import { leaveBehind } from './hold-rows.ts';
import { makeHold } from './make-hold.ts';
import { Reconciler } from './reconciler.ts';
import { requestTimes } from './request-times.ts';
import { asked, benchOver, slotInput, type Bench } from './testing/bench.ts';
import { emptyStore } from './testing/empty-store.ts';
import { seenListedHold } from './testing/listed-hold.ts';
import { fakeClock, type FakeClock } from './testing/fake-clock.ts';
import { fakeWorld, type FakeWorld } from './testing/fake-world.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const nothing = { does: 'never', says: 'nothing' } as const;

const store = emptyStore();
let clock: FakeClock;
let world: FakeWorld;
let bench: Bench;
let errors: unknown[];
afterEach(() => {
  vi.useRealTimers();
});
beforeEach(async () => {
  await seenListedHold(store);
  clock = fakeClock();
  world = fakeWorld(clock);
  bench = benchOver(store, world.upstreams, clock);
  errors = [];
});

const runner = (deps = bench) => new Reconciler(deps, { onError: (error) => errors.push(error) });
const lookAfter = (milliseconds: number) => {
  clock.advance(milliseconds);
  return runner().round();
};
const row = () => store.db.selectFrom('operations').selectAll().executeTakeFirstOrThrow();
const state = async () => (await row()).state;
const failure = async () => bench.journal.rows.operationOf(await row()).report?.failure;

const unreadableFromTheSend = () => {
  world.script.witness = async () => {
    world.script.readable = false;
  };
};
const hold = () => makeHold(bench, asked(), slotInput('slot-1'));
const request = () => requestTimes(bench, asked(), { person: 'me', orderId: 7001, dateFrom: '2026-11-24' });

describe('a row whose runner is gone', () => {
  test('is settled after the crash from what the upstream shows', async () => {
    world.script.play({ does: 'now', says: 'crash' });
    await expect(hold()).rejects.toThrow(FailedAfterSend);
    bench = benchOver(store, world.upstreams, clock);
    expect(await lookAfter(14 * second)).toBe(0);
    expect(await lookAfter(second)).toBe(1);
    expect(await state()).toBe('confirmed');
    expect(world.script.sent).toEqual(['reserve slot-1']);
  });

  test('is refused within a minute where nothing came of it, and a new attempt may be made', async () => {
    world.script.play({ does: 'never', says: 'crash' });
    await expect(hold()).rejects.toThrow(FailedAfterSend);
    await lookAfter(16 * second);
    expect(await state()).toBe('unknown');
    await lookAfter(17 * second);
    expect(await failure()).toBe('portal.not-made');
    expect(await hold()).toMatchObject({ state: 'confirmed' });
  });

  test('is looked at by one runner alone, however many there are', async () => {
    world.script.play(nothing);
    await hold();
    clock.advance(6 * second);
    const lent = await Promise.all([1, 2, 3].map(() => bench.journal.rows.due(10)));
    expect(lent.flat()).toHaveLength(1);
  });

  test('is lent to another runner where the first one died too', async () => {
    world.script.play(nothing);
    await hold();
    clock.advance(6 * second);
    await bench.journal.rows.due(10);
    expect(await lookAfter(15 * second)).toBe(0);
    expect(await lookAfter(1)).toBe(1);
  });

  test('that nobody can open any more is said to be lost', async () => {
    world.script.play(nothing);
    await hold();
    await store.db.updateTable('operations').set({ context: 'sealed with another secret' }).execute();
    await lookAfter(6 * second);
    expect(await failure()).toBe('portal.outcome-lost');
    expect(await row()).toMatchObject({ context: null, next_look_at: null });
  });
});

describe('an unknown outcome', () => {
  test('of an upstream that cannot be read is asked for again soon, and settled once it can', async () => {
    world.script.play({ does: 'now', says: 'nothing' });
    unreadableFromTheSend();
    await hold();
    for (let looks = 0; looks < 5; looks += 1) expect(await lookAfter(11 * second)).toBe(1);
    expect(await state()).toBe('unknown');
    world.script.readable = true;
    await lookAfter(11 * second);
    expect(await state()).toBe('confirmed');
  });

  test('is believed after thirty seconds, not before', async () => {
    world.script.play(nothing);
    await hold();
    // The request itself waited for a second between its readings.
    for (const wait of [5, 6, 11]) await lookAfter(wait * second);
    expect(await state()).toBe('unknown');
    await lookAfter(11 * second);
    expect(await state()).toBe('refused');
  });

  test('that was refused by reading becomes a success when it turns out late, and says so', async () => {
    world.script.play({ does: 'late', says: 'nothing' });
    await hold();
    await lookAfter(31 * second);
    expect(await state()).toBe('refused');
    world.script.commitLate();
    await lookAfter(2 * minute);
    expect(await state()).toBe('confirmed');
    expect(bench.announced.map((operation) => operation.state)).toEqual(['unknown', 'refused', 'confirmed']);
  });

  test('that nothing could be read of for a day is said to be lost, and never looked at again', async () => {
    world.clinic.sellTo(asked().patient.policy, 'slot-1');
    const [ticket] = world.clinic.standing();
    world.script.play(nothing);
    unreadableFromTheSend();
    const cancelled = await cancelBooking(bench, asked(), 'clinic-visits', ticket?.id ?? '', {
      person: 'me',
    });
    expect(cancelled.state).toBe('unknown');
    await lookAfter(23 * hour);
    expect(await state()).toBe('unknown');
    await lookAfter(2 * hour);
    expect(await failure()).toBe('portal.outcome-lost');
    expect(await row()).toMatchObject({ context: null, next_look_at: null });
  });

  test('whose every look breaks in our own hands is said to be lost after a day too', async () => {
    world.script.play(nothing);
    await hold();
    const context = bench.vault.seal({ patient: asked().patient, what: 'not a wish' });
    await store.db.updateTable('operations').set({ context }).execute();
    await lookAfter(25 * hour);
    expect([errors.length, await failure()]).toEqual([1, 'portal.outcome-lost']);
  });

  test('is read for what it is also by a server that was down for a day', async () => {
    world.script.play(nothing);
    await hold();
    await lookAfter(25 * hour);
    expect(await failure()).toBe('portal.not-made');
  });

  test('of a cancel that had no effect says that the booking is still on', async () => {
    world.clinic.sellTo(asked().patient.policy, 'slot-1');
    const [ticket] = world.clinic.standing();
    world.script.play(nothing, nothing);
    await cancelBooking(bench, asked(), 'clinic-visits', ticket?.id ?? '', { person: 'me' });
    await lookAfter(31 * second);
    expect(await failure()).toBe('portal.still-on');
    expect(world.script.sent).toHaveLength(2);
  });

  test('of asking for times can never be read: it is said that nobody knows', async () => {
    world.script.play({ does: 'now', says: 'nothing' });
    expect(await request()).toMatchObject({ state: 'unknown' });
    await lookAfter(6 * second);
    expect(await state()).toBe('unknown');
    await lookAfter(26 * second);
    expect(await failure()).toBe('portal.outcome-lost');
  });

  test('of booking an offered time is settled by what became of the request', async () => {
    await request();
    await store.db.deleteFrom('operations').execute();
    world.script.play({ does: 'late', says: 'nothing' });
    expect(await bookTime(bench, asked(), '501', 'time-1')).toMatchObject({ state: 'unknown' });
    world.script.commitLate();
    await lookAfter(6 * second);
    expect(await state()).toBe('confirmed');
  });
});

describe('a round', () => {
  test('only reads: nothing of what is unknown is ever sent again', async () => {
    world.script.play(nothing);
    await hold();
    for (let looks = 0; looks < 30; looks += 1) await lookAfter(hour);
    expect(world.script.sent).toEqual(['reserve slot-1']);
  });

  test('gives back the holds that ended sessions left behind', async () => {
    await hold();
    await leaveBehind(bench, 'session-1');
    expect(await lookAfter(second)).toBe(1);
    expect(world.clinic.standing()).toEqual([]);
  });

  test('tells what went wrong with one row, and settles the others', async () => {
    world.script.play(nothing, nothing);
    await hold();
    const broken = bench.vault.seal({ patient: asked().patient, what: 'not a wish' });
    await store.db.updateTable('operations').set({ target: 'slot-9', context: broken }).execute();
    await hold();
    await lookAfter(31 * second);
    expect(errors).toHaveLength(1);
    const states = await store.db.selectFrom('operations').select('state').execute();
    expect(states.map((found) => found.state).toSorted()).toEqual(['refused', 'unknown']);
  });

  test('that is under way is waited for when the server stops, and none follows', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    world.script.play(nothing);
    await hold();
    clock.advance(minute);
    const stopping = runner();
    stopping.start();
    vi.advanceTimersByTime(second);
    await stopping.stop();
    expect(await state()).toBe('refused');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('follows a round, also one that went wrong', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    bench.journal.rows.due = () => Promise.reject(new Error('The database is gone'));
    const going = runner();
    going.start();
    vi.advanceTimersByTime(second);
    await vi.waitUntil(() => vi.getTimerCount() === 1, { interval: 1 });
    expect(errors).toMatchObject([{ message: 'The database is gone' }]);
    await going.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
