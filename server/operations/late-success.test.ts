import { expect, test } from 'vitest';
import { cancelBooking } from './cancel-booking.ts';
import { asked, benchOver } from './testing/bench.ts';
import { emptyStore } from './testing/empty-store.ts';
import { fakeClock } from './testing/fake-clock.ts';
import { fakeWorld } from './testing/fake-world.ts';
import { lookRound } from './testing/look-round.ts';

const second = 1_000;
const minute = 60 * second;
const nothing = { does: 'never', says: 'nothing' } as const;

const store = emptyStore();

test('what a later attempt has done is not taken for a late success of an earlier one', async () => {
  const clock = fakeClock();
  const world = fakeWorld(clock);
  const bench = benchOver(store, world.upstreams, clock);
  world.clinic.sellTo(asked().patient.policy, 'slot-1');
  const [ticket] = world.clinic.standing();
  const cancel = () => cancelBooking(bench, asked(), 'clinic-visits', ticket?.id ?? '', { person: 'me' });
  world.script.play(nothing, nothing);
  const first = await cancel();
  clock.advance(31 * second);
  await lookRound(bench);
  const state = async () => (await bench.journal.rows.byId(first.id))?.state;
  expect(await state()).toBe('refused');
  expect(await cancel()).toMatchObject({ state: 'confirmed' });
  clock.advance(2 * minute);
  expect(await lookRound(bench)).toBe(1);
  expect(await state()).toBe('refused');
});
