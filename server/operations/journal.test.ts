import { beforeEach, describe, expect, test, vi } from 'vitest';
import { outcomeUnknown } from '#server/upstreams/kit/failure-reports.ts';
import { inventedPatient } from '#server/upstreams/kit/testing/invented-patient.ts';
import { FailedAfterSend } from './failed-after-send.ts';
import type { Intent } from './intent.ts';
import { confirmed, refused, refusedByReading, unknown, type Settled } from './settled.ts';
import { benchOver, type Bench } from './testing/bench.ts';
import { emptyStore } from './testing/empty-store.ts';
import { fakeClock, type FakeClock } from './testing/fake-clock.ts';
import { fakeWorld } from './testing/fake-world.ts';

const second = 1_000;
const day = 24 * 3_600 * second;

const store = emptyStore();
let clock: FakeClock;
let bench: Bench;
beforeEach(() => {
  clock = fakeClock();
  bench = benchOver(store, fakeWorld(clock).upstreams, clock);
});

const intent = (given: Partial<Intent> = {}): Intent => ({
  actor: 'actor-anna',
  patient: 'patient-anna',
  person: 'me',
  key: 'key-1',
  kind: 'cancel',
  target: 'visits/v1',
  body: { reason: 'busy' },
  snapshot: { booking: null, hold: null },
  context: { patient: inventedPatient, what: null },
  ...given,
});

const tooLate = { failure: 'loop.cancel-visit.wrong-status', upstream: null, facts: {}, text: null } as const;
const answering = (settled: Settled) => async () => settled;
const mustNotSend = async (): Promise<Settled> => {
  throw new Error('It was sent a second time');
};

/** A send that answers when the test lets it. */
function heldBack() {
  let answer: (settled: Settled) => void = () => undefined;
  let reached: () => void = () => undefined;
  const sending = new Promise<void>((resolve) => (reached = resolve));
  const send = () => {
    reached();
    return new Promise<Settled>((resolve) => (answer = resolve));
  };
  return { send, sending, answer: (settled: Settled) => answer(settled) };
}

const rowOf = async (id: string) => {
  const row = await bench.journal.rows.byId(id);
  if (!row) throw new Error('There is no such row');
  return row;
};

describe('a write', () => {
  test('whose row cannot be kept is never sent', async () => {
    const send = vi.fn(answering(confirmed()));
    vi.spyOn(bench.journal.rows, 'begin').mockRejectedValue(new Error('No space left on device'));
    await expect(bench.journal.run(intent(), send)).rejects.toThrow('No space left on device');
    expect(send).not.toHaveBeenCalled();
  });

  test('whose outcome cannot be kept is told as one that may have been sent', async () => {
    vi.spyOn(bench.journal.rows, 'settle').mockRejectedValue(new Error('No space left on device'));
    await expect(bench.journal.run(intent(), answering(confirmed()))).rejects.toThrow(FailedAfterSend);
  });

  test('has its row committed before it is sent', async () => {
    let state: string | undefined;
    const operation = await bench.journal.run(intent(), async (id) => {
      state = (await rowOf(id)).state;
      return confirmed();
    });
    expect(state).toBe('started');
    expect(await rowOf(operation.id)).toMatchObject({ state: 'confirmed', attempts: 1, next_look_at: null });
  });

  test('lies in the database without what names the patient', async () => {
    await bench.journal.run(intent(), answering(unknown(outcomeUnknown)));
    const lying = JSON.stringify(await store.db.selectFrom('operations').selectAll().execute());
    expect(lying).not.toContain(inventedPatient.policy);
    expect(lying).not.toContain(inventedPatient.birthDate);
  });

  test('is forgotten how to settle once it is settled for good, and not before', async () => {
    const { id } = await bench.journal.run(intent(), answering(unknown(outcomeUnknown)));
    expect((await rowOf(id)).context).not.toBeNull();
    await bench.journal.settle(id, refusedByReading('portal.still-on'));
    expect((await rowOf(id)).context).not.toBeNull();
    await bench.journal.settle(id, confirmed());
    expect((await rowOf(id)).context).toBeNull();
  });

  test('whose sending breaks leaves its row to be looked at once no runner can have it any more', async () => {
    await expect(bench.journal.run(intent(), mustNotSend)).rejects.toThrow(FailedAfterSend);
    expect(await bench.journal.rows.due(10)).toEqual([]);
    clock.advance(15 * second);
    expect(await bench.journal.rows.due(10)).toMatchObject([{ row: { state: 'started' } }]);
  });
});

describe('the same key', () => {
  test.each([
    ['confirmed', confirmed()],
    ['refused', refused(tooLate)],
    ['unknown', unknown(outcomeUnknown)],
  ])('is answered the same once it is %s, and nothing is sent again', async (_state, settled) => {
    const first = await bench.journal.run(intent(), answering(settled));
    expect(await bench.journal.run(intent(), mustNotSend)).toEqual(first);
    expect(await bench.journal.answered(intent())).toEqual(first);
  });

  test.each([
    ['body', { body: { reason: 'ill' } }],
    ['target', { target: 'visits/v2' }],
    ['kind', { kind: 'release' }],
  ] as const)('with another %s is refused', async (_what, other) => {
    await bench.journal.run(intent(), answering(confirmed()));
    await expect(bench.journal.run(intent(other), mustNotSend)).rejects.toMatchObject({
      report: { failure: 'portal.key-reused' },
    });
    await expect(bench.journal.answered(intent(other))).rejects.toThrow('portal.key-reused');
  });

  test('of another actor is their own', async () => {
    await bench.journal.run(intent(), answering(confirmed()));
    const others = intent({ actor: 'actor-boris', patient: 'patient-boris' });
    expect(await bench.journal.answered(others)).toBeNull();
    expect(await bench.journal.run(others, answering(refused(tooLate)))).toMatchObject({ state: 'refused' });
  });
});

describe('another tab with the same target', () => {
  test('joins the write that is running, and both are told one outcome', async () => {
    const { send, sending, answer } = heldBack();
    const first = bench.journal.run(intent(), send);
    await sending;
    const second = bench.journal.run(intent({ key: 'key-2' }), mustNotSend);
    answer(confirmed());
    expect(await second).toEqual(await first);
    expect(clock.paused()).toBe(0);
  });

  test('that comes while the first is just being settled is told its outcome, not a fault', async () => {
    const first = await bench.journal.run(intent(), answering(confirmed()));
    // As the second tab's insert saw it: the first row was still open.
    bench.journal.rows.begin = async () => false;
    expect(await bench.journal.run(intent({ key: 'key-2' }), mustNotSend)).toEqual(first);
  });

  test('of another instance waits for the answer of the first', async () => {
    const { send, sending, answer } = heldBack();
    const first = bench.journal.run(intent(), send);
    await sending;
    const neighbour = benchOver(store, bench.upstreams, {
      now: clock.now,
      pause: async (milliseconds) => {
        await clock.pause(milliseconds);
        if (clock.paused() !== 600) return;
        answer(confirmed());
        await first;
      },
    });
    expect(await neighbour.journal.run(intent({ key: 'key-2' }), mustNotSend)).toEqual(await first);
    expect(clock.paused()).toBe(600);
  });

  test('is told within nine seconds that the first has not been answered yet', async () => {
    await bench.journal.rows.begin('00000000-0000-4000-8000-000000000001', intent());
    const told = await bench.journal.run(intent({ key: 'key-2' }), mustNotSend);
    expect(told).toMatchObject({ id: '00000000-0000-4000-8000-000000000001', state: 'started' });
    expect(clock.paused()).toBe(9 * second);
  });

  test('is told what is not settled yet, and nothing is sent', async () => {
    const first = await bench.journal.run(intent(), answering(unknown(outcomeUnknown)));
    expect(await bench.journal.run(intent({ key: 'key-2' }), mustNotSend)).toEqual(first);
  });

  test.each([
    ['confirmed', confirmed()],
    ['refused', refused(tooLate)],
    ['refused by reading', refusedByReading('portal.still-on')],
  ])('is a new attempt once the first is %s', async (_state, settled) => {
    const first = await bench.journal.run(intent(), answering(settled));
    const next = await bench.journal.run(intent({ key: 'key-2' }), answering(confirmed()));
    expect(next.id).not.toBe(first.id);
  });

  test('and one of another patient, or another kind, are different intents', async () => {
    const { send, sending, answer } = heldBack();
    const first = bench.journal.run(intent(), send);
    await sending;
    const others = [
      intent({ key: 'key-2', patient: 'patient-boris' }),
      intent({ key: 'key-3', kind: 'hold' }),
    ];
    for (const other of others)
      expect(await bench.journal.run(other, answering(refused(tooLate)))).toMatchObject({ state: 'refused' });
    answer(confirmed());
    expect(await first).toMatchObject({ state: 'confirmed' });
  });
});

describe('an outcome', () => {
  const ends = {
    confirmed: confirmed(),
    refused: refused(tooLate),
    'refused by reading': refusedByReading('portal.still-on'),
    unknown: unknown(outcomeUnknown),
  };

  test.each([
    ['unknown', 'confirmed', 'confirmed'],
    ['unknown', 'refused', 'refused'],
    ['unknown', 'refused by reading', 'refused by reading'],
    ['unknown', 'unknown', 'unknown'],
    ['refused by reading', 'confirmed', 'confirmed'],
    ['refused by reading', 'refused', 'refused by reading'],
    ['refused by reading', 'unknown', 'refused by reading'],
    ['refused', 'confirmed', 'refused'],
    ['refused', 'refused by reading', 'refused'],
    ['refused', 'unknown', 'refused'],
    ['confirmed', 'refused', 'confirmed'],
    ['confirmed', 'refused by reading', 'confirmed'],
    ['confirmed', 'unknown', 'confirmed'],
  ] as const)('that is %s and is settled as %s is %s', async (before, settled, after) => {
    const { id } = await bench.journal.run(intent(), answering(ends[before]));
    const told = await bench.journal.settle(id, ends[settled]);
    const { state, report } = ends[after];
    expect(told).toMatchObject({ state, report });
    expect(await bench.journal.find('actor-anna', id)).toMatchObject({ operation: { state, report } });
  });

  test('is announced when it changes, once', async () => {
    const { id } = await bench.journal.run(intent(), answering(unknown(outcomeUnknown)));
    await bench.journal.settle(id, unknown(outcomeUnknown));
    await bench.journal.settle(id, confirmed());
    await bench.journal.settle(id, refused(tooLate));
    expect(bench.announced.map(({ state }) => state)).toEqual(['unknown', 'confirmed']);
  });

  test('that a late success corrects is corrected for a day, and then no more', async () => {
    const { id } = await bench.journal.run(intent(), answering(unknown(outcomeUnknown)));
    clock.advance(day);
    await bench.journal.settle(id, refusedByReading('portal.still-on'));
    expect(await bench.journal.settle(id, confirmed())).toMatchObject({ state: 'refused' });
  });

  test('is found by its actor and by nobody else', async () => {
    const { id } = await bench.journal.run(intent(), answering(confirmed()));
    expect(await bench.journal.find('actor-anna', id)).toMatchObject({ operation: { id } });
    expect(await bench.journal.find('actor-boris', id)).toBeNull();
  });
});
