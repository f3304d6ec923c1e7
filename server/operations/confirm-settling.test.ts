import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '#server/store/store.ts';
import { confirmHold } from './confirm-hold.ts';
import { makeHold } from './make-hold.ts';
import { Reconciler } from './reconciler.ts';
import { asked, benchOver, emptied, holdOf, slotInput } from './testing/bench.ts';
import { fakeClock } from './testing/fake-clock.ts';
import { fakeWorld } from './testing/fake-world.ts';

const second = 1_000;
const minute = 60 * second;

let store: Store;
beforeAll(async () => {
  store = await openStore({ memory: true });
});
afterAll(() => store.close());
beforeEach(() => emptied(store));

test('a confirmation that had no effect is settled as soon as the hold has ended, not hours later', async () => {
  const clock = fakeClock();
  const world = fakeWorld(clock);
  const bench = benchOver(store, world.upstreams, clock);
  const hold = holdOf(await makeHold(bench, asked(), slotInput('slot-1')));
  const began = clock.now().getTime();
  world.script.play({ does: 'never', says: 'nothing' });
  const { id } = await confirmHold(bench, asked(), hold.id);
  const reconciler = new Reconciler(bench, {
    onError: (error) => {
      throw error;
    },
  });
  let state = 'unknown';
  while (state === 'unknown' && clock.now().getTime() < began + 60 * minute) {
    clock.advance(10 * second);
    await reconciler.round();
    state = (await bench.journal.rows.byId(id))?.state ?? 'lost';
  }
  expect(state).toBe('refused');
  expect(clock.now().getTime() - Date.parse(hold.keptUntil)).toBeLessThanOrEqual(25 * second);
});
