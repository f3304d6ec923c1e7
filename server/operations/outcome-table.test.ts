import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Operation } from '#contract/operation.ts';
import { openStore, type Store } from '#server/store/store.ts';
import type { Upstreams } from '#server/upstreams/kit/ports.ts';
import { answer, startStubUpstream, type StubUpstream } from '#server/upstreams/kit/testing/stub-upstream.ts';
import en from '#src/i18n/locales/en/failures.json' with { type: 'json' };
import ru from '#src/i18n/locales/ru/failures.json' with { type: 'json' };
import { Reconciler } from './reconciler.ts';
import { benchOver, emptied, type Bench } from './testing/bench.ts';
import { fakeClock, type FakeClock } from './testing/fake-clock.ts';
import { connectWrites } from './testing/outcome-table/connect-writes.ts';
import { loopWrites } from './testing/outcome-table/loop-writes.ts';
import { misWrites } from './testing/outcome-table/mis-writes.ts';
import {
  afterFirst,
  afterPressingAgain,
  afterUnknown,
  type Expected,
} from './testing/outcome-table/policy.ts';
import { adaptersOver, cutOff, stage } from './testing/outcome-table/stage.ts';
import { standings, type Standing, type Write } from './testing/outcome-table/write.ts';

const second = 1_000;
const silence = answer(503, '<html>');
/** When the reconciler is let look, counted from the answer: soon, once readings are believed, once a hold is over, after a day. */
const looks = [6 * second, 11 * second, 15 * second, 720 * second, 25 * 3_600 * second];
const longest = 9 * second;

let store: Store;
let stub: StubUpstream;
let clock: FakeClock;
let upstreams: Upstreams;
let bench: Bench;
beforeAll(async () => {
  [store, stub] = await Promise.all([openStore({ memory: true }), startStubUpstream()]);
});
afterAll(async () => {
  await upstreams.close();
  await Promise.all([store.close(), stub.close()]);
});
beforeEach(async () => {
  await emptied(store);
  stub.seen.length = 0;
  clock = fakeClock();
  if (upstreams) await upstreams.close();
  upstreams = adaptersOver(stub.url, () => clock.now().getTime());
  bench = benchOver(store, upstreams, clock);
});

const saidOf = ({ state, report }: Operation) => [state, report?.failure ?? null];

async function lookUntilTheEnd(id: string): Promise<Operation> {
  const errors: unknown[] = [];
  const reconciler = new Reconciler(bench, { onError: (error) => errors.push(error) });
  for (const wait of looks) {
    clock.advance(wait);
    await reconciler.round();
  }
  expect(errors).toEqual([]);
  const row = await bench.journal.rows.byId(id);
  if (!row) throw new Error('The row is gone');
  expect(row.next_look_at).toBeNull();
  return bench.journal.rows.operationOf(row);
}

function expectWords(operation: Operation): void {
  if (!operation.report) return;
  const { failure } = operation.report;
  for (const words of [en, ru])
    for (const part of ['title', 'body'])
      expect(words).toHaveProperty([`failures.${failure}.${part}`], expect.stringMatching(/\S/));
}

/** One cell: what the upstream was sent, what the browser was told and how soon, and what is so in the end. */
async function expectCell(writes: () => number, ask: () => Promise<Operation>, expected: Expected) {
  const answered = await ask();
  expect(clock.paused()).toBeLessThanOrEqual(longest);
  expect({ writes: writes(), answer: saidOf(answered) }).toEqual({
    writes: expected.writes,
    answer: expected.answer,
  });
  const ended = await lookUntilTheEnd(answered.id);
  expect({ writes: writes(), end: saidOf(ended) }).toEqual({ writes: expected.writes, end: expected.end });
  for (const operation of [answered, ended]) expectWords(operation);
}

const cells = (write: Write) =>
  write.replies.flatMap((reply) => standings.map((standing) => [reply.name, standing, reply] as const));

describe.each([...misWrites, ...connectWrites, ...loopWrites].map((write) => [write.name, write] as const))(
  '%s',
  (_name, write) => {
    const prepared = (plays: Parameters<typeof stage>[2]['plays'], standing: Standing) => {
      const staged = stage(stub, write, { plays, standing, clock: clock.now });
      return Promise.resolve(write.prepare?.(bench)).then(() => staged);
    };
    const ask = () => write.ask(bench, randomUUID());

    test.each(cells(write))('%s, and then it reads as %s', async (_reply, standing, { play, means }) => {
      const { writes } = await prepared([play], standing);
      await expectCell(writes, ask, afterFirst(write, means, standing));
    });

    test.each(standings)('not sent, and it reads as %s', async (standing) => {
      const { writes } = await prepared([silence], standing);
      bench = benchOver(store, cutOff(upstreams), clock);
      const refused = ['refused', 'portal.not-sent'] as const;
      await expectCell(writes, ask, { writes: 0, answer: refused, end: refused });
    });

    test.each(standings)('pressed again while it is unknown and reads as %s', async (standing) => {
      const { writes } = await prepared([silence], standing);
      const first = await ask();
      const again = async () => (first.state === 'unknown' ? ask() : first);
      await expectCell(writes, again, afterPressingAgain(write, standing));
    });

    if (!write.policy.repeats) return;
    test.each(cells(write))(
      'silence, then %s to the second sending, and then it reads as %s',
      async (_reply, standing, { play, means }) => {
        const { writes } = await prepared([silence, play], standing);
        await expectCell(writes, ask, afterUnknown(write, means, standing));
      },
    );
  },
);
