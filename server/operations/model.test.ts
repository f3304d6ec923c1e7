import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '#server/store/store.ts';
import { emptied } from './testing/bench.ts';
import { Portal } from './testing/model/portal.ts';
import { expectAgreement, expectRoom, expectRow, expectTruth, settleAll } from './testing/model/promises.ts';
import { stories, type Story } from './testing/model/steps.ts';

const long = process.env['TALON_PROVE'] === 'long';
/** The same stories every time, unless new ones are asked for. */
const choice = long ? { numRuns: 1_000 } : { numRuns: 100, seed: 20_261_121 };
const patience = 20 * 60_000;

let store: Store;
beforeAll(async () => {
  store = await openStore({ memory: true });
});
afterAll(() => store.close());

async function tell({ keepsTickets, steps }: Story): Promise<void> {
  await emptied(store);
  const portal = new Portal(store);
  portal.world.clinic.keepsTickets = keepsTickets;
  portal.world.script.witness = (sent) => expectRow(portal, sent);
  for (const step of steps) {
    await portal.play(step);
    expectRoom(portal);
    await expectTruth(portal);
  }
  await settleAll(portal);
  await expectAgreement(portal);
}

test(
  'whatever happens, and in whichever order, people are told the truth and every question is settled',
  async () => {
    const told = await fc.check(fc.asyncProperty(stories, tell), choice);
    expect(told.failed ? fc.defaultReportMessage(told) : null).toBeNull();
  },
  patience,
);
