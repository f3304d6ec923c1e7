import { beforeEach, describe, expect, test } from 'vitest';
import { cancelBooking } from './cancel-booking.ts';
import { ScheduledSender, sendClaimed } from './scheduled-sender.ts';
import { asked, benchOver, type Bench } from './testing/bench.ts';
import { emptyStore } from './testing/empty-store.ts';
import { fakeClock, type FakeClock } from './testing/fake-clock.ts';
import { fakeWorld } from './testing/fake-world.ts';
import { lookRound } from './testing/look-round.ts';

const second = 1_000;
const minute = 60 * second;
const store = emptyStore();
const { patient, actor, pseudonym } = asked();

let clock: FakeClock;
let world: ReturnType<typeof fakeWorld>;
let bench: Bench;
beforeEach(() => {
  clock = fakeClock();
  world = fakeWorld(clock);
  bench = benchOver(store, world.upstreams, clock);
  world.clinic.sellTo(patient.policy, 'slot-1');
});

/** The visits that the clinic has: one, until a cancel arrives there. */
const standing = () => world.clinic.standing().length;
const ask = (given = asked()) => {
  const id = world.clinic.standing()[0]?.id ?? '';
  return cancelBooking(bench, given, 'clinic-visits', id, { person: 'me', canUndo: true });
};
/** A round of one instance, and all that it sends. */
async function sendDue(instance = bench) {
  const errors: unknown[] = [];
  const sender = new ScheduledSender(instance, (error) => errors.push(error));
  await sender.begin();
  await sender.stop();
  expect(errors).toEqual([]);
}
const rowOf = async (id: string) => {
  const row = await bench.journal.rows.byId(id);
  return row ?? expect.unreachable('there is no such row');
};
const opened = async (id: string) => bench.journal.rows.opened(await rowOf(id));
const undo = async (id: string) => bench.journal.undo(await opened(id));
const told = async () => (await bench.journal.rows.toTell({ actor, patient: pseudonym })).map(({ id }) => id);

describe('a cancel that can be undone', () => {
  test('is announced as scheduled, says when it is sent, and nothing is sent before', async () => {
    const operation = await ask();
    expect(operation).toMatchObject({ state: 'scheduled', sendsInMs: 8 * second });
    expect(bench.announced).toMatchObject([{ id: operation.id, state: 'scheduled' }]);
    clock.advance(8 * second - 1);
    await sendDue();
    await lookRound(bench);
    expect(standing()).toBe(1);
    expect(await told()).toEqual([operation.id]);
  });

  test('is sent by the server when the delay is over, and the person is told', async () => {
    const { id } = await ask();
    clock.advance(8 * second);
    await sendDue();
    expect(standing()).toBe(0);
    expect(await rowOf(id)).toMatchObject({ state: 'confirmed', to_tell: true, attempts: 1 });
    expect(bench.announced.at(-1)).toMatchObject({ id, state: 'confirmed' });
  });

  test('is sent once, whichever of two instances comes first', async () => {
    await ask();
    clock.advance(8 * second);
    const neighbour = benchOver(store, world.upstreams, clock);
    await Promise.all([sendDue(), sendDue(neighbour)]);
    expect(world.script.sent).toHaveLength(1);
  });

  test('is one cancel for a repeated key, and for another tab', async () => {
    const given = asked();
    const { id } = await ask(given);
    expect(await ask(given)).toMatchObject({ id, state: 'scheduled' });
    expect(await ask()).toMatchObject({ id, state: 'scheduled' });
  });
});

describe('undone within the delay', () => {
  test('it is never sent, and the booking can be cancelled anew', async () => {
    const { id } = await ask();
    expect(await undo(id)).toMatchObject({ state: 'refused', report: { failure: 'portal.undone' } });
    clock.advance(minute);
    await sendDue();
    expect(standing()).toBe(1);
    expect(await told()).toEqual([]);
    expect(await ask()).toMatchObject({ state: 'scheduled' });
  });

  test('or sent: exactly one of them happens when both are asked for at once', async () => {
    const { id } = await ask();
    clock.advance(8 * second);
    const [answer] = await Promise.all([undo(id), sendDue()]);
    expect(answer.state === 'refused' ? standing() : 1 - standing()).toBe(1);
  });

  test('too late, it says how the cancel stands instead', async () => {
    const { id } = await ask();
    clock.advance(8 * second);
    await sendDue();
    expect(await undo(id)).toMatchObject({ id, state: 'confirmed' });
  });
});

test('asked not to wait, it is sent at once, and not again when the delay is over', async () => {
  const { id } = await ask();
  const claimed = await bench.scheduled.claim(id);
  expect(claimed && (await sendClaimed(bench, claimed))).toMatchObject({ state: 'confirmed' });
  expect(await bench.scheduled.claim(id)).toBeNull();
  clock.advance(8 * second);
  await sendDue();
  expect(world.script.sent).toHaveLength(1);
});

describe('a server that was killed', () => {
  test('before it sent leaves the cancel to the next one', async () => {
    await ask();
    clock.advance(30 * second);
    await sendDue(benchOver(store, world.upstreams, clock));
    expect(standing()).toBe(0);
  });

  test('before it sent, for minutes, has it not sent any more: the person is told that the booking is on', async () => {
    const { id } = await ask();
    clock.advance(8 * second + 2 * minute + 1);
    await sendDue();
    expect(standing()).toBe(1);
    expect(await opened(id)).toMatchObject({
      row: { to_tell: true },
      operation: { state: 'refused', report: { failure: 'portal.not-sent-in-time' } },
    });
  });

  test('after it had taken the cancel leaves an outcome that is read, and nothing is sent by guess', async () => {
    const { id } = await ask();
    clock.advance(8 * second);
    await bench.scheduled.claimDue(1);
    clock.advance(40 * second);
    await sendDue();
    await lookRound(bench);
    expect(await opened(id)).toMatchObject({
      operation: { state: 'refused', report: { failure: 'portal.still-on' } },
    });
    expect(standing()).toBe(1);
  });
});
