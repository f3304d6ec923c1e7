import { chmodSync, mkdirSync, statSync } from 'node:fs';

/** Nobody but the server's own user. */
const own = 0o700;

/** A folder that only the server's own user can enter; one that is there already is closed to everybody else. Throws one sentence. */
export function privateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: own });
  if ((statSync(folder).mode & 0o077) === 0) return;
  try {
    chmodSync(folder, own);
  } catch {
    throw new Error(`Others can read ${folder}: make it the server's own with "chmod 700".`);
  }
}
