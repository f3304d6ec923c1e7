// Runs before node_modules exists, so it uses nothing but Node: checks the version, installs when the lock file
// changed, and points git at .githooks in a checkout that has no hooks path of its own.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Talon needs Node 20.19 or newer, this is ${process.versions.node}.`);
  process.exit(1);
}

const stamp = `${root}node_modules/.talon-lock`;
const wanted = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';

if (installed !== wanted) {
  console.log('Installing packages (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci failed; its own words are above.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });
if (existsSync(`${root}.git`) && !git('config', '--get', 'core.hooksPath').stdout?.trim())
  git('config', 'core.hooksPath', '.githooks');
