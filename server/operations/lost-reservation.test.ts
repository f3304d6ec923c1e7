import { beforeEach, describe, expect, test } from 'vitest';
import { ReadFailure } from '#server/upstreams/kit/read-failure.ts';
import { sourceUnavailable } from '#server/upstreams/kit/failure-reports.ts';
import { listBookings } from './bookings.ts';
import { confirmHold } from './confirm-hold.ts';
import { current, leaveBehind } from './hold-rows.ts';
import { makeHold } from './make-hold.ts';
import { releaseAbandoned, releaseHold } from './release-hold.ts';
import { asked, benchOver, holdOf, slotInput, type Bench } from './testing/bench.ts';
import { emptyStore } from './testing/empty-store.ts';
import { fakeClock, type FakeClock } from './testing/fake-clock.ts';
import { fakeWorld, type FakeWorld } from './testing/fake-world.ts';
import { seenListedHold } from './testing/listed-hold.ts';
import { lookRound } from './testing/look-round.ts';

const second = 1_000;
const minute = 60 * second;
const store = emptyStore();
const { patient, pseudonym, actor } = asked();

let clock: FakeClock;
let world: FakeWorld;
let bench: Bench;
beforeEach(() => {
  clock = fakeClock();
  world = fakeWorld(clock);
  bench = benchOver(store, world.upstreams, clock);
});

/** Two people may come at this time. */
const roomy = 'slot-2';
const hold = () => makeHold(bench, asked(), slotInput(roomy));
const currentHold = () => current(bench, { actor, patient: pseudonym }, clock.now());
const visits = () => listBookings(bench, 'clinic-visits', patient, pseudonym, clock.now());
const ended = async (id: string) => (await bench.journal.find(actor, id))?.operation;
async function lookAfter(milliseconds: number): Promise<void> {
  clock.advance(milliseconds);
  await lookRound(bench);
}

describe('a reservation without an answer and without effect, patient has a visit in the cell', () => {
  beforeEach(() => {
    world.clinic.sellTo(patient.policy, roomy);
    clock.advance(60 * minute);
    world.script.play({ does: 'never', says: 'nothing' });
  });

  test('list unreadable before it: the visit is adopted as no hold, and nothing deletes it', async () => {
    const readable = { ...world.clinic.schedule };
    world.clinic.schedule.ticketsIn = () => Promise.reject(new ReadFailure(sourceUnavailable));
    const { id } = await hold();
    world.clinic.schedule.ticketsIn = (...asking) => readable.ticketsIn(...asking);
    for (const wait of [6 * second, 31 * second, 5 * minute]) await lookAfter(wait);
    expect(await currentHold()).toBeNull();
    await leaveBehind(bench, 'session-1');
    await releaseAbandoned(bench, 10);
    await lookAfter(20 * minute);
    expect(await ended(id)).toMatchObject({ state: 'refused', report: { failure: 'portal.not-made' } });
    expect(world.script.sent).toEqual([`reserve ${roomy}`]);
    expect((await visits()).map(({ status }) => status.kind)).toEqual(['booked']);
  });

  test('list read before it: the visit that was there before is adopted as no hold', async () => {
    await hold();
    for (const wait of [6 * second, 31 * second, 5 * minute]) await lookAfter(wait);
    expect(await currentHold()).toBeNull();
    expect(await visits()).toHaveLength(1);
  });
});

test('a reservation without an answer, ticket dated long before it, is adopted as no hold', async () => {
  world.script.play({ does: 'never', says: 'nothing' });
  const { id } = await hold();
  world.clinic.sellTo(patient.policy, roomy);
  const [ticket] = world.clinic.tickets.splice(0);
  if (ticket) world.clinic.tickets.push({ ...ticket, madeAt: clock.now().getTime() - 10 * minute });
  await lookAfter(6 * second);
  expect(await currentHold()).toBeNull();
  expect((await ended(id))?.state).toBe('unknown');
});

describe('a reservation without an answer and without a trace', () => {
  beforeEach(() => world.script.play({ does: 'never', says: 'nothing' }));

  test('list never seen to show holds: is not called "not made" while a hold may stand', async () => {
    const { id } = await hold();
    for (const wait of [6 * second, 31 * second, 5 * minute]) {
      await lookAfter(wait);
      expect((await ended(id))?.state).toBe('unknown');
    }
    await lookAfter(6 * minute);
    expect(await ended(id)).toMatchObject({ state: 'refused', report: { failure: 'portal.not-made' } });
  });

  test('list that does not cover the clinic: is not called "not made" while a hold may stand', async () => {
    await seenListedHold(store);
    const { id } = await hold();
    world.clinic.covers = false;
    await lookAfter(31 * second);
    expect((await ended(id))?.state).toBe('unknown');
  });

  test('list that shows holds and covers the clinic: is not made', async () => {
    await seenListedHold(store);
    const { id } = await hold();
    await lookAfter(31 * second);
    expect(await ended(id)).toMatchObject({ state: 'refused', report: { failure: 'portal.not-made' } });
  });
});

test('a list that shows a hold is remembered to show holds', async () => {
  holdOf(await hold());
  await visits();
  expect(await store.db.selectFrom('holds').select('listed').execute()).toEqual([{ listed: true }]);
});

test('a release without an answer, list that does not cover the clinic, is not called released before the hold’s end', async () => {
  const { id, keptUntil } = holdOf(await hold());
  world.script.play({ does: 'now', says: 'nothing' });
  world.clinic.covers = false;
  const { id: operation, state } = await releaseHold(bench, asked(), id);
  expect(state).toBe('unknown');
  await lookAfter(31 * second);
  expect((await ended(operation))?.state).toBe('unknown');
  await lookAfter(Date.parse(keptUntil) + 20 * second - clock.now().getTime());
  expect((await ended(operation))?.state).toBe('confirmed');
});

describe('a confirmation without an answer and without effect', () => {
  const confirmed = async () => {
    const { id } = holdOf(await hold());
    world.script.play({ does: 'never', says: 'nothing' });
    return { holdId: id, operation: (await confirmHold(bench, asked(), id)).id };
  };

  test('hold still listed after half a minute: can be confirmed again, and makes one visit', async () => {
    const { holdId, operation } = await confirmed();
    await lookAfter(31 * second);
    expect(await ended(operation)).toMatchObject({ report: { failure: 'portal.not-confirmed' } });
    expect(await currentHold()).toMatchObject({ id: holdId, state: 'held' });
    expect(await confirmHold(bench, asked(), holdId)).toMatchObject({ state: 'confirmed' });
    for (const wait of [2 * minute, 10 * minute, 60 * minute]) await lookAfter(wait);
    expect(await visits()).toHaveLength(1);
    expect(await ended(operation)).toMatchObject({ state: 'refused' });
  });

  test('session ended: the ticket, which may be a visit by now, is not deleted', async () => {
    const { holdId } = await confirmed();
    await lookAfter(31 * second);
    await leaveBehind(bench, 'session-1');
    expect(await releaseAbandoned(bench, 10)).toBe(0);
    expect(world.script.sent.filter((sent) => sent.startsWith('release'))).toEqual([]);
    expect(holdId).toBeTruthy();
  });
});

test('a time that the schedule does not list any more is refused in its own words, and nothing is sent', async () => {
  await expect(makeHold(bench, asked(), slotInput('slot-9'))).rejects.toMatchObject({
    report: { failure: 'portal.time-gone' },
  });
  expect(world.script.sent).toEqual([]);
});

test('the schedule is asked for the chosen day alone where the person names it', async () => {
  const days: string[] = [];
  const schedule = { ...world.clinic.schedule };
  world.clinic.schedule.slots = (who, where, now) => {
    days.push(where.dateFrom, where.dateTo);
    return schedule.slots(who, where, now);
  };
  await makeHold(bench, asked(), { ...slotInput(roomy), day: '2026-11-25' });
  expect(days).toEqual(['2026-11-25', '2026-11-25']);
});

test('a reservation whose outcome is open is listed as no visit', async () => {
  world.script.play({ does: 'now', says: 'nothing' });
  const { schedule } = world.clinic;
  const readable = { ...schedule };
  let readings = 0;
  schedule.ticketsIn = (...asking) => {
    readings += 1;
    return readings === 1
      ? readable.ticketsIn(...asking)
      : Promise.reject(new ReadFailure(sourceUnavailable));
  };
  expect((await hold()).state).toBe('unknown');
  expect(world.clinic.tickets).toHaveLength(1);
  expect(await visits()).toEqual([]);
});
