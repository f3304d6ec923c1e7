import { mkdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, Migrator, PostgresDialect, sql, type PostgresPool } from 'kysely';
import pg from 'pg';
import { announceHere, announceOnPostgres, type Announcements } from './announcements.ts';
import { privateFolder } from './private-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { migrations } from './migrations.ts';
import { poolOver } from './pglite-pool.ts';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;

export interface Store extends Pick<Announcements, 'announce' | 'onAnnounced'> {
  readonly db: Database;
  /** Whether the database answers, and takes what is written. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

export type StoreConfig =
  { databaseUrl: string; onError: (error: Error) => void } | { folder: string } | { memory: true };

/** A database that says nothing for so long is away: whoever waits is told so, and the next one asks anew. */
const silenceMs = 2_000;

const notUpToDate =
  'The database could not be brought up to date: it is of a newer version than this server, or damaged.';

/** Opens the database and brings its schema up to date; several instances may do so at once. Throws one clear sentence. */
export async function openStore(config: StoreConfig): Promise<Store> {
  const { pool, migrationPool, release, announcements } =
    'databaseUrl' in config ? openPostgres(config) : await openEmbedded(config);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const migrating = migrationPool
    ? new Kysely<Schema>({ dialect: new PostgresDialect({ pool: migrationPool }) })
    : db;
  const migrator = new Migrator({ db: migrating, provider: { getMigrations: async () => migrations } });
  const close = async () => {
    await announcements.close();
    await db.destroy();
    release();
  };
  const failed = await reached(db).then(
    async (): Promise<Error | null> => {
      const { error } = await migrator.migrateToLatest();
      return error === undefined ? null : new Error(notUpToDate, { cause: error });
    },
    (cause: unknown) => new Error('The database cannot be reached.', { cause }),
  );
  if (migrationPool) await migrating.destroy();
  if (failed) {
    await close();
    throw failed;
  }
  return {
    db,
    announce: (what) => announcements.announce(what),
    onAnnounced: (listener) => announcements.onAnnounced(listener),
    isReady: () =>
      Promise.race([writable(db), silence()]).then(
        () => true,
        () => false,
      ),
    close,
  };
}

async function silence(): Promise<never> {
  await pause(silenceMs, undefined, { ref: false });
  throw new Error('The database is silent.');
}

/** A disk that is full, and a standby, can be read all the while: nothing could be booked or cancelled. */
const writable = (db: Database) =>
  db
    .insertInto('rate_counts')
    .values({ name: 'ready', times: 1, ends_at: sql<Date>`now()` })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ ends_at: sql<Date>`now()` }))
    .execute();

const reached = (db: Database) => sql`select 1`.execute(db);

async function openEmbedded(config: { folder: string } | { memory: true }) {
  const folder = 'folder' in config ? config.folder : null;
  if (folder)
    await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
      throw new Error(`The folder ${folder} cannot be made: set DATA_DIR to one that can be written.`, {
        cause,
      });
    });
  if (folder) privateFolder(folder);
  const release = folder ? lockFolder(folder) : () => undefined;
  const database = await PGlite.create(folder ? `${folder}/database` : 'memory://').catch(
    (cause: unknown) => {
      release();
      throw new Error(
        `The database in ${folder} does not open. Restore a backup, or delete the folder to begin anew.`,
        { cause },
      );
    },
  );
  return { pool: poolOver(database), migrationPool: null, release, announcements: announceHere() };
}

function openPostgres({ databaseUrl, onError }: { databaseUrl: string; onError: (error: Error) => void }) {
  const listened = (pool: pg.Pool) => {
    // A checked-out client's error is uncaught when PostgreSQL dies, unless somebody listens.
    pool.on('connect', (client) => client.on('error', onError));
    pool.on('error', onError);
    return pool as PostgresPool;
  };
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 20,
    connectionTimeoutMillis: silenceMs,
    query_timeout: silenceMs,
    keepAlive: true,
  });
  return {
    pool: listened(pool),
    // Ten instances that start at once wait for each other's migrations.
    migrationPool: listened(new pg.Pool({ connectionString: databaseUrl, max: 2 })),
    release: () => undefined,
    announcements: announceOnPostgres(pool, { databaseUrl, onError }),
  };
}
