import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { privateFolder } from './private-folder.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'talon-private-'));
});
afterEach(() => rmSync(parent, { recursive: true }));
const modeOf = (folder: string) => statSync(folder).mode & 0o777;

test('a folder that is made is the server’s own', () => {
  const folder = join(parent, 'a', 'b');
  privateFolder(folder);
  expect(modeOf(folder)).toBe(0o700);
});

test('a folder that others could read is closed to them', () => {
  chmodSync(parent, 0o755);
  privateFolder(parent);
  expect(modeOf(parent)).toBe(0o700);
});
