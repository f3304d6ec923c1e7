import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../tools/free-port.mjs';
import { startPostgres } from '../tools/postgres.mjs';
import { startPart, untilReady, type Part } from '../tools/processes.mjs';

export const killable = ['server', 'sandbox', 'postgres'] as const;
export type Killable = (typeof killable)[number];

/** The whole of Talon as it runs for people, on a real PostgreSQL: every process can be killed and comes back. */
export async function startTalon() {
  const folder = mkdtempSync(join(tmpdir(), 'talon-proof-'));
  const sandboxFolder = join(folder, 'sandbox');
  mkdirSync(sandboxFolder);
  const postgres = await startPostgres();
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const databases = {
    portal: await postgres.createDatabase('portal'),
    sandbox: await postgres.createDatabase('sandbox'),
  };
  const env = {
    NODE_ENV: 'development',
    TALON_DEV: '1',
    PORT: String(port),
    DATA_DIR: folder,
    DATABASE_URL: databases.portal,
    HOLD_MINUTES: '1',
    CONNECT_PRIVATE_KEY_FILE: join(sandboxFolder, 'connect-client-key.pem'),
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_DATA_DIR: sandboxFolder,
    SANDBOX_DATABASE_URL: databases.sandbox,
  };
  const parts = new Map<string, Part>();
  const start = async (name: 'server' | 'sandbox') => {
    const part = startPart(name, `${name}/main.ts`, { env });
    parts.set(name, part);
    await untilReady(
      part,
      name === 'server' ? `http://127.0.0.1:${port}/readyz` : `http://127.0.0.1:${sandboxPort}/healthz`,
    );
  };
  const kill = async (name: string) => {
    const part = parts.get(name);
    part?.child.kill('SIGKILL');
    await part?.ended;
  };
  // Whatever ends this process, nobody is left behind.
  process.once('exit', () => {
    for (const { child } of parts.values()) child.kill('SIGKILL');
  });
  await start('sandbox');
  await start('server');

  return {
    address: `http://localhost:${port}`,
    /** kill -9. */
    kill: (name: Killable) => (name === 'postgres' ? postgres.crash() : kill(name)),
    /** Starts what was killed; resolves when it answers. */
    restart: (name: Killable) => (name === 'postgres' ? postgres.restart() : start(name)),
    /** What one of the two databases holds. */
    rows: async <T>(database: keyof typeof databases, sql: string): Promise<T[]> => {
      const client = new pg.Client({ connectionString: databases[database] });
      await client.connect();
      try {
        return (await client.query(sql)).rows;
      } finally {
        await client.end();
      }
    },
    stop: async () => {
      await Promise.all([...parts.keys()].map(kill));
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Talon = Awaited<ReturnType<typeof startTalon>>;
