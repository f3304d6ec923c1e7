import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes a database folder for this process: a second PGlite on one folder opens without complaint, and its writes are lost.
 * The lock of a process that died is taken over. Answers how to give the folder back; throws one sentence when it is in use.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'process.lock');
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner !== process.pid && isAlive(owner))
      throw new Error(`The database folder ${folder} is in use by process ${owner}. Stop it first.`, {
        cause: error,
      });
    writeFileSync(file, String(process.pid));
  }
  return () => rmSync(file, { force: true });
}

/** Numbers below 1 are no process of their own, but groups of them: a lock that was cut off holds one. */
function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
