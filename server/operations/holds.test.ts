import { beforeEach, describe, expect, test } from 'vitest';
import { FailedAfterSend } from './failed-after-send.ts';
import { listBookings } from './bookings.ts';
import { confirmHold } from './confirm-hold.ts';
import { current, leaveBehind, take } from './hold-rows.ts';
import { makeHold } from './make-hold.ts';
import { releaseAbandoned, releaseHold } from './release-hold.ts';
import { asked, benchOver, holdOf, slotInput, type Bench } from './testing/bench.ts';
import { emptyStore } from './testing/empty-store.ts';
import { fakeClock, type FakeClock } from './testing/fake-clock.ts';
import { seenListedHold } from './testing/listed-hold.ts';
import { fakeWorld, type FakeWorld } from './testing/fake-world.ts';
import { lookRound } from './testing/look-round.ts';
import { Crashed } from './testing/script.ts';

const second = 1_000;
const minute = 60 * second;

const store = emptyStore();
let clock: FakeClock;
let world: FakeWorld;
let bench: Bench;
beforeEach(() => {
  clock = fakeClock();
  world = fakeWorld(clock);
  bench = benchOver(store, world.upstreams, clock);
});

const hold = (slot = 'slot-1') => makeHold(bench, asked(), slotInput(slot));
const held = async (slot?: string) => holdOf(await hold(slot));
const operations = async () =>
  (await store.db.selectFrom('operations').selectAll().execute()).map((row) =>
    bench.journal.rows.operationOf(row),
  );
const currentHold = () => current(bench, { actor: 'actor-anna', patient: 'patient-anna' }, clock.now());
const visits = () => listBookings(bench, 'clinic-visits', asked().patient, 'patient-anna', clock.now());

async function lookAfter(milliseconds: number): Promise<void> {
  clock.advance(milliseconds);
  await lookRound(bench);
}

describe('a hold', () => {
  test('is shown to nobody but who made it: another could not confirm it', async () => {
    await held();
    expect(await current(bench, { actor: 'actor-desk', patient: 'patient-anna' }, clock.now())).toBeNull();
  });

  test('is found by its name beside another one of the same patient', async () => {
    const first = await held();
    clock.advance(second);
    const next = await held('slot-2');
    const by = (id?: string) =>
      current(bench, { actor: 'actor-anna', patient: 'patient-anna' }, clock.now(), id);
    expect(await by()).toEqual(next);
    expect(await by(first.id)).toEqual(first);
    expect(
      await current(bench, { actor: 'actor-desk', patient: 'patient-anna' }, clock.now(), first.id),
    ).toBeNull();
  });

  test('is kept a little shorter than the clinic keeps it', async () => {
    expect((await held()).keptUntil).toBe('2026-11-23T08:09:55.000Z');
  });

  test('is found though its answer was lost, and is not asked for twice', async () => {
    world.script.play({ does: 'now', says: 'nothing' });
    const operation = await hold();
    expect(operation.state).toBe('confirmed');
    expect(await currentHold()).toEqual(operation.hold);
    expect(world.script.sent).toEqual(['reserve slot-1']);
  });

  test('is found in the background where it was made late, once', async () => {
    world.script.play({ does: 'late', says: 'nothing' });
    expect(await hold()).toMatchObject({ state: 'unknown' });
    expect(await currentHold()).toBeNull();
    world.script.commitLate();
    await lookAfter(6 * second);
    const found = await currentHold();
    expect(found).toMatchObject({ state: 'held', slot: { id: 'slot-1' } });
    await lookAfter(6 * second);
    expect(await currentHold()).toEqual(found);
  });

  test('that was written down just before a crash is the one that its row is settled with', async () => {
    bench.journal.rows.settle = () => Promise.reject(new Crashed());
    await expect(hold()).rejects.toThrow(FailedAfterSend);
    const kept = await currentHold();
    bench = benchOver(store, world.upstreams, clock);
    world.script.readable = false;
    await lookAfter(16 * second);
    expect(await operations()).toMatchObject([{ state: 'confirmed', hold: kept }]);
  });

  test('of a time that was given back before is found after a crash', async () => {
    await releaseHold(bench, asked(), (await held()).id);
    world.script.play({ does: 'now', says: 'crash' });
    await expect(hold()).rejects.toThrow(FailedAfterSend);
    await lookAfter(16 * second);
    expect(await currentHold()).toMatchObject({ state: 'held' });
  });

  test('is never seen in the visit that an earlier hold of the time became', async () => {
    await confirmHold(bench, asked(), (await held()).id);
    world.script.play({ does: 'now', says: 'nothing' });
    expect(await hold()).toMatchObject({ state: 'unknown' });
    await lookAfter(6 * second);
    expect(await currentHold()).toBeNull();
    expect(await visits()).toHaveLength(1);
  });

  test('is never seen in a visit that was arranged elsewhere after its minutes', async () => {
    world.script.play({ does: 'never', says: 'nothing' });
    const { id } = await hold();
    await lookAfter(31 * second);
    world.clinic.sellTo(asked().patient.policy, 'slot-1');
    await lookAfter(20 * minute);
    expect(await bench.journal.find('actor-anna', id)).toMatchObject({ operation: { state: 'refused' } });
    expect(await visits()).toHaveLength(1);
  });

  test('is never seen in the visit that a second attempt became', async () => {
    await seenListedHold(store);
    world.script.play({ does: 'never', says: 'nothing' });
    const { id } = await hold();
    await lookAfter(31 * second);
    await confirmHold(bench, asked(), (await held()).id);
    await lookAfter(2 * minute);
    expect(await bench.journal.find('actor-anna', id)).toMatchObject({ operation: { state: 'refused' } });
    expect(await visits()).toHaveLength(1);
  });

  test('that the desk made a visit of is listed once its minutes are long over', async () => {
    await held();
    for (const ticket of world.clinic.tickets) ticket.holdEnds = null;
    expect(await visits()).toEqual([]);
    clock.advance(21 * minute);
    expect(await visits()).toHaveLength(1);
  });

  test('is listed as a booking by nobody until it is one', async () => {
    const { id } = await held();
    expect(await visits()).toEqual([]);
    await confirmHold(bench, asked(), id);
    expect(await visits()).toHaveLength(1);
  });
});

describe('taking a hold', () => {
  test('lets one have it, however many come at once', async () => {
    const { id } = await held();
    const taken = await Promise.all([1, 2, 3].map(() => take(bench, id, clock.now())));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  test('is over with its time', async () => {
    const { id, keptUntil } = await held();
    expect(await take(bench, id, new Date(keptUntil))).toBe(false);
    expect(await take(bench, id, new Date(Date.parse(keptUntil) - 1))).toBe(true);
  });

  test('to confirm and to give back at once does one of them', async () => {
    const { id } = await held();
    const [confirming, releasing] = await Promise.all([
      confirmHold(bench, asked(), id),
      releaseHold(bench, asked(), id),
    ]);
    expect(world.script.sent).toHaveLength(2);
    expect([confirming.state, releasing.state].toSorted()).toEqual(['confirmed', 'refused']);
    expect(await visits()).toHaveLength(confirming.state === 'confirmed' ? 1 : 0);
  });
});

describe('what a session leaves behind', () => {
  test('is given back, and what other sessions hold is not', async () => {
    await held();
    await makeHold(bench, asked({ session: 'session-2' }), slotInput('slot-2'));
    await leaveBehind(bench, 'session-1');
    expect(await releaseAbandoned(bench, 10)).toBe(1);
    expect(world.clinic.standing()).toMatchObject([{ slotId: 'slot-2' }]);
    expect(await releaseAbandoned(bench, 10)).toBe(0);
  });

  test('is a visit where it was confirmed before, and stays', async () => {
    const { id } = await held();
    await confirmHold(bench, asked(), id);
    await leaveBehind(bench, 'session-1');
    expect(await releaseAbandoned(bench, 10)).toBe(0);
    expect(await visits()).toHaveLength(1);
  });

  test('runs out by itself where it could not be given back, and is not tried for ever', async () => {
    await held();
    await leaveBehind(bench, 'session-1');
    world.script.play({ does: 'never', says: 'mis.release.not-released' });
    expect(await releaseAbandoned(bench, 10)).toBe(1);
    expect(await releaseAbandoned(bench, 10)).toBe(0);
    expect(await currentHold()).toBeNull();
  });
});
