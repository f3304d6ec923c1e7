// Removes a throw-away PostgreSQL: called by its owner, or run as a process whose input ends when the owner dies.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Stops the cluster at once and deletes its folder; nothing happens where that was done before. */
export function removeCluster({ programs, folder, data, user }) {
  spawnSync(`${programs}/pg_ctl`, ['stop', '-D', data, '-m', 'immediate', '-w', '-t', '20'], {
    ...user,
    cwd: '/',
    stdio: 'ignore',
  });
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdin.on('end', () => removeCluster(JSON.parse(process.argv[2])));
  process.stdin.resume();
}
