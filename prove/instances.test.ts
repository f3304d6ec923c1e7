import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { OperationRows } from '#server/operations/operation-rows.ts';
import type { CellReading } from '#server/upstreams/kit/reading.ts';
import { Reconciler } from '#server/operations/reconciler.ts';
import { confirmed, type Settled } from '#server/operations/settled.ts';
import type { Subject } from '#server/session/subject.ts';
import { migrations } from '#server/store/migrations.ts';
import type { Announcement } from '#server/store/announcements.ts';
import { startPostgres, type ThrowAwayPostgres } from '../tools/postgres.mjs';
import { openInstance, type Instance } from './instance.ts';
import { latch } from './latch.ts';
import { rounds } from './rounds.ts';

type Intent = Parameters<OperationRows['begin']>[1];

const start = new Date('2026-11-23T09:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const patience = { timeout: 120_000, interval: 20 };

let postgres: ThrowAwayPostgres;
let databases = 0;
const open: Instance[] = [];
/** The moment by every instance's clock. */
let now = start;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterEach(async () => {
  now = start;
  await Promise.all(open.splice(0).map(({ store }) => store.close()));
});
afterAll(() => postgres?.stop());

/** So many servers, started at the same moment on a database that is still empty. */
async function instances(count: number, given: Partial<Parameters<typeof openInstance>[1]> = {}) {
  const url = await postgres.createDatabase(`instances_${(databases += 1)}`);
  const opened = await Promise.all(
    Array.from({ length: count }, () => openInstance(url, { clock: () => now, ...given })),
  );
  open.push(...opened);
  return opened;
}

async function two(given?: Partial<Parameters<typeof openInstance>[1]>): Promise<[Instance, Instance]> {
  const [one, other] = await instances(2, given);
  if (!one || !other) throw new Error('There are no two');
  return [one, other];
}

const anna = {
  sub: '1000000001',
  role: 'patient',
  self: { name: 'Анна Соколова', birthDate: '1984-03-14', policy: '5000000000000001' },
  children: [],
  inHand: null,
  clinic: null,
  loopPatientId: null,
  connectOrders: [],
  world: null,
  idToken: null,
} satisfies Subject;

/** A wish for a time that nobody else wants. */
function wish(): Intent {
  const id = randomUUID();
  const at = { at: '2026-11-24T07:00:00Z', offset: '+03:00' };
  const times = { starts: at, ends: at, capacity: 1, used: 0, availability: 'free', note: null };
  return {
    actor: 'anna',
    patient: 'anna',
    person: 'self',
    key: randomUUID(),
    kind: 'hold',
    target: id,
    body: null,
    snapshot: { booking: null, hold: null },
    context: {
      patient: {
        ref: 'self',
        policy: anna.self.policy,
        birthDate: anna.self.birthDate,
        externalUserId: anna.sub,
        actsForAnother: false,
        loopPatientId: null,
        connectOrders: [],
        world: null,
      },
      what: { slot: { id, clinicId: randomUUID(), doctorId: randomUUID(), ...times }, session: null },
    },
  };
}

test(`ten servers that start at the same moment agree on the schema, ${rounds(3)} times`, async () => {
  for (let round = 0; round < rounds(3); round += 1) {
    const opened = await instances(10);
    const [{ store } = { store: null }] = opened;
    const landed = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
      store?.db ?? expect.unreachable(),
    );
    expect(landed.rows.map(({ name }) => name)).toEqual(Object.keys(migrations));
    expect(await Promise.all(opened.map((instance) => instance.store.isReady()))).not.toContain(false);
    await Promise.all(open.splice(0).map((instance) => instance.store.close()));
  }
});

test('a session that one server began is known to the other, and ended for both', async () => {
  const [one, other] = await two();
  const cookie = await one.sessions.start(anna, start);
  const session = await other.sessions.find(cookie, after(60));
  expect(session?.subject).toEqual(anna);
  await other.sessions.end(session ?? expect.unreachable());
  expect(await one.sessions.find(cookie, after(60))).toBeNull();
});

describe('a write', () => {
  test('that one server is sending is waited for by the other, which sends nothing', async () => {
    const answer = latch<Settled>();
    const sent = latch<null>();
    // Nobody waits before the other server is asked for the same.
    const [one, other] = await two({ pause: async () => answer.open(confirmed()) });
    const intent = wish();
    const first = one.operations.journal.run(intent, () => {
      sent.open(null);
      return answer.opened;
    });
    await sent.opened;
    const again = await other.operations.journal.run(intent, () => expect.unreachable());
    expect(again).toEqual(await first);
    expect(again.state).toBe('confirmed');
  });

  test(`pressed twenty times at once is sent once, whichever server is asked, ${rounds(10)} times`, async () => {
    const both = await two();
    for (let round = 0; round < rounds(10); round += 1) {
      const intent = wish();
      const send = vi.fn(async () => confirmed());
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, press) =>
          (press % 2 === 0 ? both[0] : both[1]).operations.journal.run(intent, send),
        ),
      );
      expect(send).toHaveBeenCalledTimes(1);
      expect(new Set(answers.map(({ id, state }) => `${id} ${state}`)).size).toBe(1);
      expect(answers[0]?.state).toBe('confirmed');
    }
  });
});

/** What an instance hears, once it hears anything: its ear opens a moment after its store. */
async function listening({ store }: Instance): Promise<Announcement[]> {
  const heard: Announcement[] = [];
  store.onAnnounced((what) => heard.push(what));
  await vi.waitFor(async () => {
    await store.announce({ operation: 'a word to itself', patient: 'nobody' });
    expect(heard).not.toEqual([]);
  }, patience);
  return heard;
}

test('how a write on one server ended is heard on the other', async () => {
  const [one, other] = await two();
  const heard = await listening(other);
  const { id } = await one.operations.journal.run(wish(), async () => confirmed());
  await vi.waitFor(() => expect(heard).toContainEqual({ operation: id, patient: 'anna' }), patience);
});

describe('an open outcome', () => {
  test(`is looked at by one reconciler of two, ${rounds(40)} of them at once`, async () => {
    const looked: string[] = [];
    const everyOne = latch<CellReading>();
    // Nobody has finished looking before everything was looked at: whoever looks twice is seen.
    const ticketsIn = (_patient: unknown, { slotId }: { slotId: string }) => {
      looked.push(slotId);
      if (looked.length >= rounds(40)) everyOne.open({ tickets: [], covered: true });
      return everyOne.opened;
    };
    const both = await two({ schedule: { ticketsIn } });
    const wishes = Array.from({ length: rounds(40) }, wish);
    for (const intent of wishes) await both[0].operations.journal.rows.begin(randomUUID(), intent);
    now = after(20);
    const reconcilers = both.map(
      ({ operations }) =>
        new Reconciler(operations, { onError: (error) => expect.unreachable(String(error)) }),
    );
    const atOnce = Array.from({ length: rounds(4) }, () => reconcilers.map((each) => each.round()));
    await Promise.all(atOnce.flat());
    expect(looked.sort()).toEqual(wishes.map(({ target }) => target).sort());
  });

  test('whose reconciler died is lent to the other when its time is over, and not before', async () => {
    const [one, other] = await two();
    const id = randomUUID();
    await one.operations.journal.rows.begin(id, wish());
    now = after(20);
    const due = async ({ operations }: Instance) =>
      (await operations.journal.rows.due(10)).map(({ row }) => row.id);
    expect(await due(one)).toEqual([id]);
    expect(await due(other)).toEqual([]);
    now = after(34);
    expect(await due(other)).toEqual([]);
    now = after(36);
    expect(await due(other)).toEqual([id]);
  });
});

/** Whether a statement is under way that would take long. */
async function asleep({ store }: Instance): Promise<boolean> {
  const found = await sql`select pid from pg_stat_activity where query = 'select pg_sleep(60)'`.execute(
    store.db,
  );
  return found.rows.length > 0;
}

test(`a scheduled write is sent or undone, and never both, ${rounds(50)} times on two servers`, async () => {
  const [one, other] = await two();
  let [sent, undone] = [0, 0];
  for (let round = 0; round < rounds(50); round += 1) {
    const { id } = await one.operations.journal.schedule(wish(), now);
    const [mine, theirs, taken] = await Promise.all([
      one.operations.scheduled.claimDue(10),
      other.operations.scheduled.claimDue(10),
      round % 2 ? other.operations.scheduled.undo(id) : null,
    ]);
    const claims = mine.length + theirs.length;
    const wasUndone = taken !== null;
    expect(claims + Number(wasUndone)).toBe(1);
    sent += claims;
    undone += Number(wasUndone);
  }
  expect(sent + undone).toBe(rounds(50));
});

test(`PostgreSQL killed under two servers, ${rounds(2)} times: both go on, hear each other, and know what was written`, async () => {
  const [one, other] = await two();
  for (let kill = 0; kill < rounds(2); kill += 1) {
    const heard = await listening(other);
    const cookie = await one.sessions.start(anna, start);
    const settled = await one.operations.journal.run(wish(), async () => confirmed());

    const underWay = expect(sql`select pg_sleep(60)`.execute(one.store.db)).rejects.toThrow();
    await vi.waitFor(async () => expect(await asleep(other)).toBe(true), patience);
    await postgres.crash();
    await underWay;
    expect(await one.store.isReady()).toBe(false);
    // An announcement that nobody carries is no failure of the write that it is about.
    await one.store.announce({ operation: settled.id, patient: 'anna' });
    await postgres.restart();

    await vi.waitFor(async () => {
      expect([await one.store.isReady(), await other.store.isReady()]).toEqual([true, true]);
    }, patience);
    expect((await other.sessions.find(cookie, start))?.subject).toEqual(anna);
    expect((await other.operations.journal.find('anna', settled.id))?.operation).toEqual(settled);
    await vi.waitFor(async () => {
      await one.store.announce({ operation: `after kill ${kill}`, patient: 'anna' });
      expect(heard).toContainEqual({ operation: `after kill ${kill}`, patient: 'anna' });
    }, patience);
    expect(other.complaints).not.toEqual([]);
  }
});

test('PostgreSQL that says nothing: whoever asks is told within seconds, and both go on once it speaks', async () => {
  const [one, other] = await two();
  const heard = await listening(other);
  postgres.freeze();
  const asked = Date.now();
  expect(await one.store.isReady()).toBe(false);
  await expect(one.operations.journal.run(wish(), async () => confirmed())).rejects.toThrow();
  expect(Date.now() - asked).toBeLessThan(30_000);
  postgres.thaw();
  await vi.waitFor(async () => expect(await one.store.isReady()).toBe(true), patience);
  await vi.waitFor(async () => {
    await one.store.announce({ operation: 'after the silence', patient: 'anna' });
    expect(heard).toContainEqual({ operation: 'after the silence', patient: 'anna' });
  }, patience);
});
