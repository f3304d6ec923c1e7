import { mkdir, readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { lockFolder } from './folder-lock.ts';

export type Row = Record<string, unknown>;

export interface Queries {
  query<T extends Row>(sql: string, parameters?: unknown[]): Promise<T[]>;
}

/** The sandbox's database: an embedded PGlite in a folder or in memory, or a real PostgreSQL. */
export interface Store extends Queries {
  /** Runs `work` in one transaction. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export type StoreConfig = { databaseUrl: string } | { folder: string } | { memory: true };

/** Opens the database and lays the schema. Throws one clear sentence when the folder is in use or broken. */
export async function openStore(config: StoreConfig): Promise<Store> {
  const schema = await readFile(new URL('./schema.sql', import.meta.url), 'utf8');
  const store = 'databaseUrl' in config ? openPostgres(config.databaseUrl) : await openEmbedded(config);
  await store.layDown(schema);
  return store;
}

async function openEmbedded(config: { folder: string } | { memory: true }) {
  const folder = 'folder' in config ? config.folder : null;
  if (folder) await mkdir(folder, { recursive: true });
  const release = folder ? lockFolder(folder) : () => undefined;
  const database = await PGlite.create(folder ? `${folder}/database` : 'memory://').catch(
    (cause: unknown) => {
      release();
      throw new Error(`The sandbox's database in ${folder} does not open. Delete the folder to begin anew.`, {
        cause,
      });
    },
  );
  return {
    layDown: async (schema: string) => void (await database.exec(schema)),
    query: async <T extends Row>(sql: string, parameters: unknown[] = []) =>
      (await database.query<T>(sql, parameters)).rows,
    transaction: <T>(work: (queries: Queries) => Promise<T>) =>
      database.transaction((tx) =>
        work({
          query: async <R extends Row>(sql: string, parameters: unknown[] = []) =>
            (await tx.query<R>(sql, parameters)).rows,
        }),
      ),
    close: async () => {
      await database.close();
      release();
    },
  };
}

function openPostgres(connectionString: string) {
  const pool = new pg.Pool({ connectionString, max: 20 });
  const report = (error: Error) =>
    process.stderr.write(`The sandbox lost a database connection: ${error.message}\n`);
  pool.on('error', report);
  pool.on('connect', (client) => client.on('error', report));
  return {
    layDown: async (schema: string) => void (await pool.query(schema)),
    query: async <T extends Row>(sql: string, parameters: unknown[] = []) =>
      (await pool.query<T>(sql, parameters)).rows,
    transaction: async <T>(work: (queries: Queries) => Promise<T>) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const result = await work({
          query: async <R extends Row>(sql: string, parameters: unknown[] = []) =>
            (await client.query<R>(sql, parameters)).rows,
        });
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}
