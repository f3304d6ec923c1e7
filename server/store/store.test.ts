import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrations } from './migrations.ts';
import { openStore, type Store } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'talon-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

const session = (id: string) => ({
  id_hash: id,
  subject: 'sealed',
  started_at: new Date('2026-03-02T08:00:00.000Z'),
  seen_at: new Date('2026-03-02T08:00:00.000Z'),
  ends_at: new Date('2026-03-02T09:00:00.000Z'),
});
const applied = async ({ db }: Store) =>
  (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)).rows.map(
    ({ name }) => name,
  );

describe('a database in a folder', () => {
  test('is brought up to date once, and keeps what it held when it is opened again', async () => {
    const first = await openStore({ folder });
    await first.db.insertInto('sessions').values(session('kept')).execute();
    expect(await applied(first)).toEqual(Object.keys(migrations));
    await first.close();

    const second = await openStore({ folder });
    expect(await applied(second)).toEqual(Object.keys(migrations));
    expect(await second.db.selectFrom('sessions').selectAll().execute()).toMatchObject([session('kept')]);
    await second.close();
  });

  test('of a newer version is refused and not touched, and the folder is given back', async () => {
    const newer = await openStore({ folder });
    await sql`insert into kysely_migration (name, timestamp) values ('9999-of-tomorrow', '')`.execute(
      newer.db,
    );
    await newer.close();
    await expect(openStore({ folder })).rejects.toThrow(
      'The database could not be brought up to date: it is of a newer version than this server, or damaged.',
    );
    expect(existsSync(join(folder, 'process.lock'))).toBe(false);
  });

  test('says whether it answers', async () => {
    const store = await openStore({ memory: true });
    expect(await store.isReady()).toBe(true);
    await store.close();
    expect(await store.isReady()).toBe(false);
  });
});

describe('a store', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore({ memory: true });
  });
  afterAll(() => store.close());

  test('lets no transaction see into another, though there is one connection', async () => {
    const rows = () => store.db.selectFrom('sessions').select('id_hash').execute();
    const failing = store.db.transaction().execute(async (transaction) => {
      await transaction.insertInto('sessions').values(session('half done')).execute();
      throw new Error('given up');
    });
    const [given, seen] = await Promise.allSettled([failing, rows()]);
    expect(given).toMatchObject({ status: 'rejected', reason: { message: 'given up' } });
    expect(seen).toEqual({ status: 'fulfilled', value: [] });
    expect(await rows()).toEqual([]);
  });

  test('goes on after a statement that failed', async () => {
    await store.db.insertInto('sessions').values(session('twice')).execute();
    await expect(store.db.insertInto('sessions').values(session('twice')).execute()).rejects.toThrow();
    expect(await store.db.selectFrom('sessions').select('id_hash').execute()).toHaveLength(1);
  });

  test('tells everybody who listens of an operation, until they stop', async () => {
    const heard: string[] = [];
    const stop = ['first', 'second'].map((name) =>
      store.onAnnounced((said) =>
        heard.push(`${name} ${'operation' in said ? said.operation : said.session}`),
      ),
    );
    await store.announce({ operation: '1', patient: 'p' });
    stop[0]?.();
    await store.announce({ operation: '2', patient: 'p' });
    expect(heard).toEqual(['first 1', 'second 1', 'second 2']);
  });
});

test('a database that cannot be reached is one clear sentence', async () => {
  const opening = openStore({ databaseUrl: 'postgresql://127.0.0.1:9/talon', onError: () => undefined });
  await expect(opening).rejects.toThrow('The database cannot be reached.');
});
