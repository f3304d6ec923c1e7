import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient } from 'kysely';

/**
 * PGlite in the shape of a connection pool with one connection, lent to one caller at a time:
 * so that transactions never mix and Kysely's PostgreSQL dialect runs on it unchanged.
 */
export function poolOver(database: PGlite): PostgresPool {
  let last: Promise<void> = Promise.resolve();

  const connect = async (): Promise<PostgresPoolClient> => {
    let release: () => void = () => undefined;
    const before = last;
    last = new Promise((resolve) => (release = resolve));
    await before;
    return {
      query: async (text: unknown, parameters?: readonly unknown[]) => {
        if (typeof text !== 'string') throw new Error('Cursors are not supported on the embedded database');
        const { rows, affectedRows } = await database.query(text, [...(parameters ?? [])]);
        const command = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase();
        return { rows, rowCount: affectedRows ?? rows.length, command };
      },
      release,
    } as PostgresPoolClient;
  };

  return { connect, end: () => database.close() };
}
