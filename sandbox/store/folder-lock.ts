import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What this process has: its id alone does not tell it from one of the same id before it, as in a container. */
const mine = new Set<string>();

const isAlive = (pid: number) => {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/**
 * Takes a folder for this process: a second PGlite on one folder opens without complaint and loses writes.
 * The lock of a process that died is taken over. Answers how to give the folder back; throws when it is in use.
 */
export function lockFolder(folder: string): () => void {
  const file = resolve(folder, 'process.lock');
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner === process.pid ? mine.has(file) : isAlive(owner))
      throw new Error(`The database folder ${folder} is in use by process ${owner}. Stop it first.`, {
        cause: error,
      });
    writeFileSync(file, String(process.pid));
  }
  mine.add(file);
  return () => {
    mine.delete(file);
    rmSync(file, { force: true });
  };
}
