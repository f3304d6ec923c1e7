import { beforeEach, describe, expect, test } from 'vitest';
import { listBookings } from './bookings.ts';
import { confirmHold } from './confirm-hold.ts';
import { makeHold } from './make-hold.ts';
import { releaseHold } from './release-hold.ts';
import { asked, benchOver, holdOf, slotInput, type Bench } from './testing/bench.ts';
import { emptyStore } from './testing/empty-store.ts';
import { fakeClock, type FakeClock } from './testing/fake-clock.ts';
import { fakeWorld, type FakeWorld } from './testing/fake-world.ts';
import { lookRound } from './testing/look-round.ts';

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

const held = async () => holdOf(await makeHold(bench, asked(), slotInput('slot-1')));
const visits = () => listBookings(bench, 'clinic-visits', asked().patient, 'patient-anna', clock.now());

async function lookAfter(milliseconds: number): Promise<void> {
  clock.advance(milliseconds);
  await lookRound(bench);
}

describe('confirming', () => {
  test('a lapsed hold is refused without asking the clinic', async () => {
    const { id } = await held();
    clock.advance(10 * minute);
    expect(await confirmHold(bench, asked(), id)).toMatchObject({
      state: 'refused',
      report: { failure: 'portal.hold-lapsed' },
    });
    expect(world.script.sent).toEqual(['reserve slot-1']);
  });

  test('again, from another tab, shows the visit and sends nothing', async () => {
    const { id } = await held();
    const first = await confirmHold(bench, asked(), id);
    const second = await confirmHold(bench, asked(), id);
    expect(second).toMatchObject({ state: 'confirmed', booking: first.booking });
    expect(world.script.sent).toEqual(['reserve slot-1', 'confirm slot-1']);
  });

  test('that did not reach the clinic leaves the hold to be confirmed', async () => {
    const { id } = await held();
    world.script.play({ does: 'never', says: 'not-sent' });
    expect(await confirmHold(bench, asked(), id)).toMatchObject({
      state: 'refused',
      hold: { state: 'held' },
    });
    expect(await confirmHold(bench, asked(), id)).toMatchObject({ state: 'confirmed' });
  });

  test('whose answer was lost shows the visit under its new ticket', async () => {
    const { id } = await held();
    world.script.play({ does: 'now', says: 'nothing' });
    const operation = await confirmHold(bench, asked(), id);
    expect(operation).toMatchObject({ state: 'confirmed', hold: { state: 'confirmed' } });
    expect(await visits()).toMatchObject([{ id: operation.booking?.id }]);
  });

  test('under the ticket of the hold can be tried again while it lives, and is proven when it would be over', async () => {
    world.clinic.keepsTickets = true;
    const { id } = await held();
    world.script.play({ does: 'now', says: 'nothing' });
    const { id: operation } = await confirmHold(bench, asked(), id);
    const state = async () => (await bench.journal.find('actor-anna', operation))?.operation.state;
    await lookAfter(10 * second);
    expect(await state()).toBe('unknown');
    await lookAfter(30 * second);
    expect(await bench.journal.find('actor-anna', operation)).toMatchObject({
      operation: { state: 'refused', report: { failure: 'portal.not-confirmed' }, hold: { state: 'held' } },
    });
    await lookAfter(12 * minute);
    expect(await state()).toBe('confirmed');
    expect(await visits()).toHaveLength(1);
  });

  test.each([
    ['a later hold of the same time', false],
    ['the visit that a later hold became', true],
  ])('that never happened is not seen in %s', async (_what, booked) => {
    const { id } = await held();
    world.script.play({ does: 'never', says: 'nothing' });
    const { id: operation } = await confirmHold(bench, asked(), id);
    await lookAfter(11 * minute);
    clock.advance(48 * minute);
    const later = await held();
    if (booked) await confirmHold(bench, asked(), later.id);
    await lookAfter(7 * minute);
    expect(await bench.journal.find('actor-anna', operation)).toMatchObject({
      operation: { state: 'refused', report: { failure: 'portal.not-made' } },
    });
  });

  test("somebody else's hold finds nothing", async () => {
    const { id } = await held();
    const boris = asked({ actor: 'actor-boris', pseudonym: 'patient-boris' });
    await expect(confirmHold(bench, boris, id)).rejects.toThrow('portal.not-found');
    await expect(releaseHold(bench, boris, id)).rejects.toThrow('portal.not-found');
  });
});

describe('giving back', () => {
  test.each([
    ['was answered', { does: 'now', says: 'truth' }],
    ['was done though the answer was lost', { does: 'now', says: 'nothing' }],
  ] as const)('frees the time where it %s', async (_what, play) => {
    const { id } = await held();
    world.script.play(play);
    expect(await releaseHold(bench, asked(), id)).toMatchObject({
      state: 'confirmed',
      hold: { state: 'released' },
    });
    expect(world.clinic.standing()).toEqual([]);
  });

  test('that never happened leaves a hold that can be confirmed, and is not taken for done afterwards', async () => {
    const { id } = await held();
    world.script.play({ does: 'never', says: 'nothing' });
    const { id: operation } = await releaseHold(bench, asked(), id);
    await lookAfter(31 * second);
    expect(await confirmHold(bench, asked(), id)).toMatchObject({ state: 'confirmed' });
    await lookAfter(3 * minute);
    expect(await bench.journal.find('actor-anna', operation)).toMatchObject({
      operation: { state: 'refused', report: { failure: 'mis.release.not-released' } },
    });
    expect(await confirmHold(bench, asked(), id)).toMatchObject({ hold: { state: 'confirmed' } });
    expect(await visits()).toHaveLength(1);
  });

  test('a hold that has run out asks nobody', async () => {
    const { id } = await held();
    clock.advance(10 * minute);
    expect(await releaseHold(bench, asked(), id)).toMatchObject({ state: 'confirmed' });
    expect(world.script.sent).toEqual(['reserve slot-1']);
  });
});
