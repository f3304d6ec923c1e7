import { beforeEach, describe, expect, test } from 'vitest';
import { surelyOverAfterMs, worthAskingMs } from '#contract/rules/kept-time.ts';
import { ReadFailure } from '#server/upstreams/kit/read-failure.ts';
import { sourceUnavailable } from '#server/upstreams/kit/failure-reports.ts';
import { listBookings } from './bookings.ts';
import { confirmHold } from './confirm-hold.ts';
import { current, leaveBehind } from './hold-rows.ts';
import { makeHold } from './make-hold.ts';
import { asked, benchOver, holdOf, slotInput, type Bench } from './testing/bench.ts';
import { emptyStore } from './testing/empty-store.ts';
import { fakeClock, type FakeClock } from './testing/fake-clock.ts';
import { fakeWorld, type FakeWorld } from './testing/fake-world.ts';

const store = emptyStore();
let clock: FakeClock;
let world: FakeWorld;
let bench: Bench;
beforeEach(() => {
  clock = fakeClock();
  world = fakeWorld(clock);
  bench = benchOver(store, world.upstreams, clock);
});

/** Two people may come at this time, so a second reservation would be taken for a second place. */
const roomy = 'slot-2';
const hold = () => makeHold(bench, asked(), slotInput(roomy));
const visits = () => listBookings(bench, 'clinic-visits', asked().patient, 'patient-anna', clock.now());
const after = (keptUntil: string, milliseconds: number) =>
  clock.advance(Date.parse(keptUntil) + milliseconds - clock.now().getTime());
const reservations = () => world.script.sent.filter((sent) => sent.startsWith('reserve'));

describe('a time that ran out is asked for again', () => {
  test('as for the first time: one place is kept, and one visit comes of it', async () => {
    const first = holdOf(await hold());
    after(first.keptUntil, surelyOverAfterMs);
    const again = holdOf(await hold());
    expect(again).toMatchObject({ state: 'held', slot: { id: roomy } });
    expect(again.id).not.toBe(first.id);
    expect(world.clinic.standing()).toHaveLength(1);
    expect(await confirmHold(bench, asked(), again.id)).toMatchObject({ state: 'confirmed' });
    expect(await visits()).toHaveLength(1);
    expect(await confirmHold(bench, asked(), first.id)).toMatchObject({
      state: 'refused',
      report: { failure: 'portal.hold-lapsed' },
    });
    expect(world.clinic.standing()).toHaveLength(1);
  });

  test('by two tabs one after another: both have the one hold', async () => {
    const first = holdOf(await hold());
    after(first.keptUntil, surelyOverAfterMs);
    const again = holdOf(await hold());
    clock.advance(2_000);
    expect(holdOf(await hold())).toEqual(again);
    expect(reservations()).toHaveLength(2);
  });

  test('by two tabs at once: both have the one hold', async () => {
    const first = holdOf(await hold());
    after(first.keptUntil, surelyOverAfterMs);
    const [one, other] = await Promise.all([hold(), hold()]);
    expect(holdOf(one)).toEqual(holdOf(other));
    expect(reservations()).toHaveLength(2);
  });

  test('only once the clinic has let it go: a second place is never taken', async () => {
    const first = holdOf(await hold());
    after(first.keptUntil, 1_000);
    expect(await hold()).toMatchObject({ state: 'refused', report: { failure: 'portal.not-sent' } });
    expect(reservations()).toHaveLength(1);
    after(first.keptUntil, surelyOverAfterMs);
    expect(await hold()).toMatchObject({ state: 'confirmed' });
    expect(world.clinic.standing()).toHaveLength(1);
  });

  test('never on a guess: what is in the cell could not be read', async () => {
    const first = holdOf(await hold());
    after(first.keptUntil, surelyOverAfterMs);
    world.clinic.schedule.ticketsIn = () => Promise.reject(new ReadFailure(sourceUnavailable));
    expect(await hold()).toMatchObject({ state: 'refused', report: { failure: 'portal.not-sent' } });
    expect(reservations()).toHaveLength(1);
  });

  test('and is somebody else’s by then', async () => {
    const first = holdOf(await makeHold(bench, asked(), slotInput('slot-1')));
    after(first.keptUntil, surelyOverAfterMs);
    world.clinic.sellOneMore('slot-1');
    expect(await makeHold(bench, asked(), slotInput('slot-1'))).toMatchObject({
      state: 'refused',
      report: { failure: 'mis.reserve.taken' },
    });
  });
});

describe('a time that ran out is told by its name', () => {
  const byName = (id: string) =>
    current(bench, { actor: 'actor-anna', patient: 'patient-anna' }, clock.now(), id);

  test('for ten minutes, as one that has lapsed', async () => {
    const first = holdOf(await hold());
    after(first.keptUntil, worthAskingMs);
    expect(await byName(first.id)).toEqual({ ...first, state: 'lapsed' });
    clock.advance(1);
    expect(await byName(first.id)).toBeNull();
  });

  test('and is none that is kept', async () => {
    const first = holdOf(await hold());
    after(first.keptUntil, 0);
    expect(await current(bench, { actor: 'actor-anna', patient: 'patient-anna' }, clock.now())).toBeNull();
  });

  test('but not where it was given up with its session, or became a visit', async () => {
    const first = holdOf(await hold());
    await leaveBehind(bench, 'session-1');
    after(first.keptUntil, 0);
    expect(await byName(first.id)).toBeNull();
    const again = holdOf((clock.advance(surelyOverAfterMs), await hold()));
    await confirmHold(bench, asked(), again.id);
    after(again.keptUntil, 0);
    expect(await byName(again.id)).toBeNull();
  });
});
