import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';

let folder: string;
const lock = () => join(folder, 'process.lock');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'talon-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The id of a process that ran and is gone. */
const gone = () => spawnSync(process.execPath, ['--version']).pid;

test('a folder is taken in the name of this process, and given back', () => {
  const release = lockFolder(folder);
  expect(readFileSync(lock(), 'utf8')).toBe(String(process.pid));
  release();
  expect(existsSync(lock())).toBe(false);
});

test('a folder that a living process has is not taken: the sentence names folder and process', () => {
  writeFileSync(lock(), String(process.ppid));
  expect(() => lockFolder(folder)).toThrow(
    `The database folder ${folder} is in use by process ${process.ppid}. Stop it first.`,
  );
  expect(readFileSync(lock(), 'utf8')).toBe(String(process.ppid));
});

test('a folder that this process has already is not taken twice', () => {
  const release = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow('is in use');
  release();
  lockFolder(folder)();
});

test.each([
  { says: 'a process that is gone', owner: gone },
  { says: 'this process in an earlier life, as in a container', owner: () => process.pid },
  { says: 'nobody, because the machine stopped while it was written', owner: () => '' },
  { says: 'something that is no process', owner: () => 'somebody' },
])('a folder left behind by $says is taken over', ({ owner }) => {
  writeFileSync(lock(), String(owner()));
  const release = lockFolder(folder);
  expect(readFileSync(lock(), 'utf8')).toBe(String(process.pid));
  release();
});

test('a folder that is not there is an error of its own, not a lock', () => {
  expect(() => lockFolder(join(folder, 'missing'))).toThrow('ENOENT');
});
