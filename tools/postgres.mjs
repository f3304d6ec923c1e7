// A throw-away PostgreSQL for proofs: its own folder, port and password, gone when whoever started it is gone.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.mjs';
import { removeCluster } from './postgres-guard.mjs';
import { findPostgres, userOfPostgres } from './postgres-programs.mjs';

const host = '127.0.0.1';
const patienceMs = 300_000;
const again = /in use|starting up|lock file/i;

/** Starts an empty cluster. `fsync: false` is faster, and proves nothing about lost power. */
export async function startPostgres({ fsync = true } = {}) {
  const user = userOfPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'talon-postgres-'));
  const data = join(folder, 'data');
  const password = randomBytes(16).toString('hex');
  const cluster = { programs: '', folder, data, user };
  const remove = () => removeCluster(cluster);
  process.once('exit', remove);
  let guard = null;
  try {
    if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
    cluster.programs = findPostgres(user, folder);
    guard = guardOf(cluster);
    initialise(cluster, password);
  } catch (error) {
    process.off('exit', remove);
    guard?.stdin.destroy();
    remove();
    throw error;
  }

  const port = await freePort();
  const url = (database) => `postgresql://talon:${password}@${host}:${port}/${encodeURIComponent(database)}`;
  let postmaster = null;
  const ask = async (sql) => {
    const client = new pg.Client({ connectionString: url('postgres'), connectionTimeoutMillis: 60_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const start = async () => {
    const deadline = Date.now() + patienceMs;
    postmaster = launch(cluster, port, fsync);
    for (;;) {
      const complaint = await ask('select 1').then(
        () => null,
        (error) => error,
      );
      if (!complaint) return;
      const { code, said } = postmaster.end;
      if (Date.now() > deadline || (code !== null && !again.test(said())))
        throw new Error(`PostgreSQL did not start. It said:\n${said()}`, { cause: complaint });
      await wait(50);
      // A killed postmaster's children keep its memory for a moment: try until they are gone.
      if (code !== null) postmaster = launch(cluster, port, fsync);
    }
  };
  const crash = async () => {
    postmaster.child.kill('SIGKILL');
    await postmaster.gone();
  };
  // Its backends are processes of their own, each of which would answer.
  const signal = (name) => {
    const { pid } = postmaster.child;
    spawnSync('pkill', [`-${name}`, '-P', String(pid)]);
    process.kill(pid, `SIG${name}`);
  };
  const stop = async () => {
    process.off('exit', remove);
    guard.stdin.end();
    remove();
    await postmaster?.gone();
  };
  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    createDatabase: async (name) => {
      await ask(`create database ${pg.escapeIdentifier(name)}`);
      return url(name);
    },
    crash,
    freeze: () => signal('STOP'),
    thaw: () => signal('CONT'),
    restart: async () => {
      if (postmaster.end.code === null) await crash();
      await start();
    },
    stop,
  };
}

function initialise({ programs, folder, data, user }, password) {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined) chownSync(passwordFile, user.uid, user.gid);
  const { status, stderr, error } = spawnSync(
    join(programs, 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=talon',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { ...user, cwd: folder, env: { ...process.env, HOME: folder }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`initdb failed. It said:\n${stderr ?? error?.message}`);
}

/** Its input ends when this process ends, however it ends: then it removes the cluster. */
function guardOf(cluster) {
  const script = fileURLToPath(new URL('postgres-guard.mjs', import.meta.url));
  const guard = spawn(process.execPath, [script, JSON.stringify(cluster)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.unref();
  guard.stdin.unref();
  return guard;
}

function launch({ programs, folder, data, user }, port, fsync) {
  const settings = {
    listen_addresses: host,
    port,
    unix_socket_directories: '',
    max_connections: 200,
    fsync: fsync ? 'on' : 'off',
    // One call for the whole disk instead of one a file: recovery begins with it.
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const child = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...user,
      cwd: folder,
      env: { ...process.env, HOME: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    },
  );
  child.unref();
  child.stderr.unref();
  let tail = '';
  child.stderr.on('data', (chunk) => (tail = `${tail}${chunk}`.slice(-4_000)));
  const end = { code: null, said: () => tail };
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      end.code = code ?? signal;
      resolve();
    });
    child.once('error', (error) => {
      tail += error.message;
      end.code = error.message;
      resolve();
    });
  });
  /** Nothing waits for a postmaster, except whoever asks. */
  const gone = () => {
    child.ref();
    return ended;
  };
  return { child, end, gone };
}
