import { expect, test } from 'vitest';
import { confirmHold } from './confirm-hold.ts';
import { makeHold } from './make-hold.ts';
import { asked, benchOver, holdOf, slotInput } from './testing/bench.ts';
import { emptyStore } from './testing/empty-store.ts';
import { fakeClock } from './testing/fake-clock.ts';
import { fakeWorld } from './testing/fake-world.ts';
import { lookRound } from './testing/look-round.ts';

const second = 1_000;
const minute = 60 * second;

const store = emptyStore();

test('a confirmation that had no effect is settled as soon as the hold has ended, not hours later', async () => {
  const clock = fakeClock();
  const world = fakeWorld(clock);
  const bench = benchOver(store, world.upstreams, clock);
  const hold = holdOf(await makeHold(bench, asked(), slotInput('slot-1')));
  const began = clock.now().getTime();
  world.script.play({ does: 'never', says: 'nothing' });
  const { id } = await confirmHold(bench, asked(), hold.id);
  let state = 'unknown';
  while (state === 'unknown' && clock.now().getTime() < began + 60 * minute) {
    clock.advance(10 * second);
    await lookRound(bench);
    state = (await bench.journal.rows.byId(id))?.state ?? 'lost';
  }
  expect(state).toBe('refused');
  expect(clock.now().getTime() - Date.parse(hold.keptUntil)).toBeLessThanOrEqual(25 * second);
});
