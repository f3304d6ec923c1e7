import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';

let folder: string;
const file = () => join(folder, 'process.lock');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'talon-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Another process: one that lives, or one that is over. */
const another = async (how: 'lives' | 'is over') => {
  const child = spawn(process.execPath, ['-e', how === 'lives' ? 'setInterval(() => {}, 1000)' : '']);
  const over = once(child, 'exit');
  if (how === 'is over') await over;
  return {
    pid: child.pid,
    end: async () => {
      child.kill('SIGKILL');
      await over;
    },
  };
};

test('a free folder is taken, and given back', () => {
  const giveBack = lockFolder(folder);
  expect(readFileSync(file(), 'utf8')).toBe(String(process.pid));
  giveBack();
  expect(existsSync(file())).toBe(false);
});

test('a folder that another process uses is refused in one sentence that names both, and stays theirs', async () => {
  const owner = await another('lives');
  writeFileSync(file(), String(owner.pid));
  expect(() => lockFolder(folder)).toThrow(
    `The database folder ${folder} is in use by process ${owner.pid}. Stop it first.`,
  );
  expect(readFileSync(file(), 'utf8')).toBe(String(owner.pid));
  await owner.end();
});

test('a process that died leaves its folder to the next one', async () => {
  const owner = await another('is over');
  writeFileSync(file(), String(owner.pid));
  lockFolder(folder);
  expect(readFileSync(file(), 'utf8')).toBe(String(process.pid));
});

test('a container that came back under its old number takes its folder again', () => {
  writeFileSync(file(), String(process.pid));
  expect(() => lockFolder(folder)).not.toThrow();
});

test.each(['', '0', '-1', 'nobody'])(
  'a lock that was cut off and holds %j locks nobody out for ever',
  (text) => {
    writeFileSync(file(), text);
    lockFolder(folder);
    expect(readFileSync(file(), 'utf8')).toBe(String(process.pid));
  },
);

test('a folder that is not there is no lock: it fails as it is', () => {
  expect(() => lockFolder(join(folder, 'nowhere'))).toThrow('ENOENT');
});
