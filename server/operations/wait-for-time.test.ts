import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { WaitInput } from '#contract/waiting.ts';
import { outcomeUnknown } from '#server/upstreams/kit/failure-reports.ts';
import type { WriteOutcome } from '#server/upstreams/kit/outcome.ts';
import { FailedAfterSend } from './failed-after-send.ts';
import { fingerprintOf } from './intent.ts';
import { asked, benchOver, type Bench } from './testing/bench.ts';
import { emptyStore } from './testing/empty-store.ts';
import { fakeClock, type FakeClock } from './testing/fake-clock.ts';
import { fakeWorld } from './testing/fake-world.ts';
import { lookRound } from './testing/look-round.ts';
import { Crashed, refusal } from './testing/script.ts';
import { waitForTime } from './wait-for-time.ts';

const second = 1_000;
const input: WaitInput = {
  person: 'me',
  clinicId: 'clinic-1',
  specialityId: '27',
  doctorId: null,
  phone: '+7 900 000-00-00',
  from: '2026-11-23',
  to: '2026-12-23',
  part: 'any',
  consent: true,
};
const done: WriteOutcome<null> = { kind: 'confirmed', value: null, status: 200, code: null };
const silence: WriteOutcome<null> = { kind: 'unknown', report: outcomeUnknown };

const store = emptyStore();
let clock: FakeClock;
let sent: number;
beforeEach(() => {
  clock = fakeClock();
  sent = 0;
});

/** A clinic that answers every wish like this; a throw is our own process dying meanwhile. */
const benchWith = (answer: () => WriteOutcome<null>): Bench => {
  const wait = async () => {
    sent += 1;
    return answer();
  };
  return benchOver(store, { ...fakeWorld(clock).upstreams, waitingList: { wait } }, clock);
};
const lookAfter = async (bench: Bench, milliseconds: number) => {
  clock.advance(milliseconds);
  await lookRound(bench);
};
const told = async ({ journal: { rows } }: Bench, id: string) => {
  const row = await rows.byId(id);
  return row ? rows.operationOf(row) : null;
};

test('what the clinic says is what became of it', async () => {
  expect(
    await waitForTime(
      benchWith(() => done),
      asked(),
      input,
    ),
  ).toMatchObject({ state: 'confirmed' });
  const no = benchWith(() => refusal('mis.wait.unrecognised'));
  expect(await waitForTime(no, asked(), input)).toMatchObject({
    state: 'refused',
    report: { failure: 'mis.wait.unrecognised' },
  });
});

test('where there is no waiting list nothing is written down', async () => {
  const bench = benchOver(store, fakeWorld(clock).upstreams, clock);
  expect(() => waitForTime(bench, asked(), input)).toThrow('portal.not-found');
  expect(await store.db.selectFrom('operations').selectAll().execute()).toEqual([]);
});

test('nobody who reads the journal can find the telephone by trying numbers', async () => {
  const { id } = await waitForTime(
    benchWith(() => done),
    asked(),
    input,
  );
  const row = await store.db
    .selectFrom('operations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(input.phone);
  expect(row.fingerprint).not.toBe(fingerprintOf({ kind: 'wait', target: row.target, body: input }));
});

test('after silence it stays open for half a minute, and is then said to be lost: nobody can read the list', async () => {
  const bench = benchWith(() => silence);
  const { id, state } = await waitForTime(bench, asked(), input);
  expect(state).toBe('unknown');
  await lookAfter(bench, 20 * second);
  expect(await told(bench, id)).toMatchObject({ state: 'unknown', report: outcomeUnknown });
  await lookAfter(bench, 15 * second);
  expect(await told(bench, id)).toMatchObject({
    state: 'refused',
    report: { failure: 'portal.outcome-lost' },
  });
  expect(sent).toBe(1);
});

test('a crash in between is told the same, and the same key sends nothing anew', async () => {
  const key = randomUUID();
  const bench = benchWith(() => {
    throw new Crashed();
  });
  await expect(waitForTime(bench, asked({ key }), input)).rejects.toThrow(FailedAfterSend);
  const after = benchWith(() => done);
  await lookAfter(after, 60 * second);
  expect(await waitForTime(after, asked({ key }), input)).toMatchObject({
    state: 'refused',
    report: { failure: 'portal.outcome-lost' },
  });
  expect(sent).toBe(1);
});
