import { beforeEach, expect, test } from 'vitest';
import { listBookings } from './bookings.ts';
import { cancelBooking } from './cancel-booking.ts';
import { asked, benchOver, type Bench } from './testing/bench.ts';
import { emptyStore } from './testing/empty-store.ts';
import { fakeClock, type FakeClock } from './testing/fake-clock.ts';
import { fakeWorld } from './testing/fake-world.ts';
import { lookRound } from './testing/look-round.ts';

const second = 1_000;
const minute = 60 * second;
const store = emptyStore();
const { patient, pseudonym } = asked();

let clock: FakeClock;
let world: ReturnType<typeof fakeWorld>;
let bench: Bench;
beforeEach(() => {
  clock = fakeClock();
  world = fakeWorld(clock);
  bench = benchOver(store, world.upstreams, clock);
  world.clinic.sellTo(patient.policy, 'slot-1');
});

const ticket = () => world.clinic.standing()[0]?.id ?? '';
const cancel = (id: string) => cancelBooking(bench, asked(), 'clinic-visits', id, { person: 'me' });
const list = () => listBookings(bench, 'clinic-visits', patient, pseudonym, clock.now());
const operation = async (id: string) => {
  const row = await bench.journal.rows.byId(id);
  return (
    row && { state: row.state, failure: row.report && JSON.parse(row.report).failure, told: !row.to_tell }
  );
};

/** Its answer is lost, and while it is read the list lacks the visit: the absence is taken for a cancel. */
async function cancelledByAbsence(id: string) {
  world.script.play({ does: 'now', says: 'nothing' });
  const taken = world.clinic.standing().find((one) => one.id === id);
  const outcome = await cancel(id);
  return { outcome, comesBack: () => taken && world.clinic.tickets.push(taken) };
}

test('a cancel proved by absence, visit listed again later, is corrected and told', async () => {
  const { outcome, comesBack } = await cancelledByAbsence(ticket());
  expect(outcome.state).toBe('confirmed');
  comesBack();
  clock.advance(31 * second);
  await lookRound(bench);
  expect(await operation(outcome.id)).toEqual({
    state: 'refused',
    failure: 'portal.listed-again',
    told: false,
  });
  expect(bench.announced.at(-1)).toMatchObject({ id: outcome.id, state: 'refused' });
});

test('a cancel proved by absence, visit absent for a day, stays confirmed and is read no more', async () => {
  const { outcome } = await cancelledByAbsence(ticket());
  for (let looks = 0; looks < 40; looks += 1) {
    clock.advance(60 * minute);
    await lookRound(bench);
  }
  expect((await operation(outcome.id))?.state).toBe('confirmed');
  expect((await bench.journal.rows.byId(outcome.id))?.next_look_at).toBeNull();
});

test('a cancel that the clinic confirmed, visit listed after a minute, is corrected by the list', async () => {
  const id = ticket();
  const taken = world.clinic.standing()[0];
  const { id: operationId, state } = await cancel(id);
  expect(state).toBe('confirmed');
  if (taken) world.clinic.tickets.push(taken);
  clock.advance(61 * second);
  expect((await list()).map(({ status }) => status.kind)).toEqual(['booked']);
  expect((await operation(operationId))?.failure).toBe('portal.listed-again');
});

test('a cancel that the clinic confirmed, list lagging for some seconds, stays confirmed', async () => {
  const id = ticket();
  const taken = world.clinic.standing()[0];
  const { id: operationId } = await cancel(id);
  if (taken) world.clinic.tickets.push(taken);
  clock.advance(30 * second);
  await list();
  expect((await operation(operationId))?.state).toBe('confirmed');
});

test('a cancel without an answer, list that lacks the whole clinic, is not known and never "cancelled"', async () => {
  world.clinic.covers = false;
  world.script.play({ does: 'never', says: 'nothing' }, { does: 'never', says: 'nothing' });
  const id = ticket();
  const hidden = world.clinic.tickets;
  const readable = world.script.witness;
  world.script.witness = async (what) => {
    await readable(what);
    world.clinic.tickets = [];
  };
  const outcome = await cancel(id);
  expect(outcome.state).toBe('unknown');
  for (const wait of [6 * second, 30 * second, 10 * minute, 60 * minute]) {
    clock.advance(wait);
    await lookRound(bench);
    expect((await operation(outcome.id))?.state).toBe('unknown');
  }
  world.clinic.tickets = hidden;
  clock.advance(60 * minute);
  await lookRound(bench);
  expect(await operation(outcome.id)).toMatchObject({ state: 'refused', failure: 'portal.still-on' });
});

test('a cancel that "not found" resolved after silence, visit listed again later, is corrected', async () => {
  world.clinic.covers = false;
  const id = ticket();
  const standing = world.clinic.tickets;
  world.script.witness = async () => {
    world.clinic.tickets = [];
  };
  world.script.play(
    { does: 'never', says: 'nothing' },
    { does: 'never', says: 'mis.cancel-visit.not-found' },
  );
  const outcome = await cancel(id);
  expect(outcome.state).toBe('confirmed');
  world.clinic.tickets = standing;
  clock.advance(31 * second);
  await lookRound(bench);
  expect(await operation(outcome.id)).toMatchObject({ failure: 'portal.listed-again', told: false });
});
