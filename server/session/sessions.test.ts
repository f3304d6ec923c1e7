import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '#server/store/store.ts';
import { Sessions, type Session } from './sessions.ts';
import type { Subject } from './subject.ts';
import { createVault } from './vault.ts';

const anna: Subject = {
  sub: '1000000001',
  role: 'patient',
  self: { name: 'Анна Соколова', birthDate: '1984-03-14', policy: '5000000000000001' },
  children: [],
  inHand: null,
  clinic: null,
  loopPatientId: 'patient-anna',
  connectOrders: [7001],
  world: null,
  idToken: 'the-id-token',
};
const secret = 'one-secret-of-more-than-32-characters';
const start = new Date('2026-03-02T08:00:00.000Z');
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const hour = 60;

let store: Store;
let sessions: Sessions;
beforeAll(async () => {
  store = await openStore({ memory: true });
  sessions = new Sessions(store.db, createVault(secret), async () => {});
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.deleteFrom('sessions').execute();
});

const rows = () => store.db.selectFrom('sessions').selectAll().execute();
const found = async (id: string, now: Date): Promise<Session> => {
  const session = await sessions.find(id, now);
  if (!session) throw new Error('There is no session');
  return session;
};

describe('a session', () => {
  test('is found by the value of its cookie, for an hour', async () => {
    const id = await sessions.start(anna, start);
    expect(await found(id, start)).toMatchObject({ subject: anna, endsAt: after(hour) });
  });

  test('has an id that nobody can guess, new at each sign-in', async () => {
    const ids = [await sessions.start(anna, start), await sessions.start(anna, start)];
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(Buffer.from(id, 'base64url')).toHaveLength(32);
  });

  test.each(['', 'somebody-guesses', "' or 1=1 --"])('is not found by %j', async (guess) => {
    await sessions.start(anna, start);
    expect(await sessions.find(guess, start)).toBeNull();
  });

  test('lies in the database without its id, and without anything about the person', async () => {
    const id = await sessions.start(anna, start);
    const kept = JSON.stringify(await rows());
    for (const fact of [id, anna.sub, anna.self.name, anna.self.policy, anna.self.birthDate, 'the-id-token'])
      expect(kept).not.toContain(fact);
  });

  test('cannot be found by the hash that a stolen database shows', async () => {
    await sessions.start(anna, start);
    const [row] = await rows();
    expect(await sessions.find(row?.id_hash ?? '', start)).toBeNull();
  });

  test('survives a restart of the server', async () => {
    const id = await sessions.start(anna, start);
    const restarted = new Sessions(store.db, createVault(secret), async () => {});
    expect((await restarted.find(id, after(1)))?.subject).toEqual(anna);
  });

  test('ends for everybody when the secret is changed', async () => {
    const id = await sessions.start(anna, start);
    const changed = new Sessions(
      store.db,
      createVault('two-secret-of-more-than-32-characters'),
      async () => {},
    );
    expect(await changed.find(id, start)).toBeNull();
  });

  test('of a shape that an older version kept asks for sign-in again', async () => {
    const id = await sessions.start(anna, start);
    const older = createVault(secret).seal({ sub: anna.sub });
    await store.db.updateTable('sessions').set({ subject: older }).execute();
    expect(await sessions.find(id, start)).toBeNull();
  });
});

describe('a session ends', () => {
  test('an hour after the last use, to the millisecond', async () => {
    const id = await sessions.start(anna, start);
    expect(await sessions.find(id, after(hour))).toBeNull();
    expect(await sessions.find(id, new Date(after(hour).getTime() - 1))).not.toBeNull();
  });

  test('later for somebody who goes on using it', async () => {
    const id = await sessions.start(anna, start);
    expect((await found(id, after(50))).endsAt).toEqual(after(50 + hour));
    expect((await found(id, after(100))).endsAt).toEqual(after(100 + hour));
    expect(await sessions.find(id, after(100 + hour))).toBeNull();
  });

  test('8 hours after the sign-in, however much it is used', async () => {
    const id = await sessions.start(anna, start);
    for (let minutes = 50; minutes < 8 * hour; minutes += 50) await found(id, after(minutes));
    expect((await found(id, after(8 * hour - 1))).endsAt).toEqual(after(8 * hour));
    expect(await sessions.find(id, after(8 * hour))).toBeNull();
  });

  test('when it is ended, and no other with it', async () => {
    const [id, other] = [await sessions.start(anna, start), await sessions.start(anna, start)];
    await sessions.end(await found(id, start));
    expect(await sessions.find(id, start)).toBeNull();
    expect(await sessions.find(other, start)).not.toBeNull();
  });

  test('when another takes its place, even where its time was over', async () => {
    const id = await sessions.start(anna, start);
    await sessions.replaced(id);
    expect(await sessions.whose(id, after(hour + 1))).toBeNull();
  });

  test('and is swept away at the first sign-in a day later', async () => {
    await sessions.start(anna, start);
    const remembered = await sessions.start(anna, after(30));
    const later = after(hour + 24 * hour + 1);
    await sessions.start(anna, later);
    expect(await rows()).toHaveLength(2);
    expect(await sessions.whose(remembered, later)).toEqual(anna);
  });

  test('and is known by whose it was for a day, and by nothing else', async () => {
    const id = await sessions.start(anna, start);
    expect(await sessions.find(id, after(hour + 1))).toBeNull();
    expect(await sessions.whose(id, after(hour + 1))).toEqual(anna);
    expect(await sessions.whose(id, after(hour + 24 * hour))).toBeNull();
  });

  test('and whose it was is forgotten at once where they ended it themselves', async () => {
    const id = await sessions.start(anna, start);
    await sessions.end(await found(id, start));
    expect(await sessions.whose(id, start)).toBeNull();
  });
});

describe('reading a session', () => {
  test('writes nothing within a minute', async () => {
    const id = await sessions.start(anna, start);
    const before = await rows();
    await found(id, new Date(after(1).getTime() - 1));
    expect(await rows()).toEqual(before);
  });

  test('notes the use after a minute', async () => {
    const id = await sessions.start(anna, start);
    await found(id, after(1));
    expect(await rows()).toMatchObject([{ seen_at: after(1), ends_at: after(1 + hour), started_at: start }]);
  });
});

describe('looking at a session', () => {
  test('does not move its end', async () => {
    const id = await sessions.start(anna, start);
    expect(await sessions.look(id, after(50))).toMatchObject({ subject: anna, endsAt: after(hour) });
    expect(await sessions.look(id, after(hour))).toBeNull();
  });

  test('tells how long it can last at most', async () => {
    const id = await sessions.start(anna, start);
    await found(id, after(50));
    expect((await found(id, after(100))).lastsUntil).toEqual(after(8 * hour));
  });
});

describe('a draft', () => {
  const address = '/requests/new?person=self';
  const draft = { address, values: { orderId: '7001' } };

  test('lies in the database without its words', async () => {
    await sessions.start(anna, start, draft);
    expect(JSON.stringify(await rows())).not.toMatch(/requests|orderId|7001/);
  });

  test('is given back once', async () => {
    const session = await found(await sessions.start(anna, start, draft), start);
    expect(session.draft).toEqual(draft);
    expect(await sessions.takeDraft(session, address)).toEqual(draft);
    expect(await sessions.takeDraft(session, address)).toBeNull();
    expect((await sessions.refreshed(session, start))?.draft).toBeNull();
  });

  test('is given to one of two tabs that ask at the same moment', async () => {
    const session = await found(await sessions.start(anna, start, draft), start);
    const taken = await Promise.all([1, 2, 3].map(() => sessions.takeDraft(session, address)));
    expect(taken.filter((one) => one !== null)).toEqual([draft]);
  });

  test('stays for the address where it was typed', async () => {
    const session = await found(await sessions.start(anna, start, draft), start);
    expect(await sessions.takeDraft(session, '/requests/new')).toBeNull();
    expect(await sessions.takeDraft(session, address)).toEqual(draft);
  });

  test('is not there for another session of the same person', async () => {
    await sessions.start(anna, start, draft);
    const other = await found(await sessions.start(anna, start), start);
    expect(await sessions.takeDraft(other, address)).toBeNull();
  });
});

test('the patient in hand is kept in this session alone, and its end stays', async () => {
  const irina: Subject = { ...anna, role: 'registrar' };
  const [id, other] = [await sessions.start(irina, start), await sessions.start(irina, start)];
  const inHand = {
    ref: 'patient-1',
    name: '',
    birthDate: '1948-01-09',
    policy: '5000000000000007',
    orders: [],
  };
  await sessions.update(await found(id, start), { ...irina, inHand });
  expect(await found(id, start)).toMatchObject({ subject: { inHand }, endsAt: after(hour) });
  expect((await found(other, start)).subject.inHand).toBeNull();
});
