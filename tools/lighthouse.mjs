// `npm run lighthouse`: its accessibility score of every screen, in each language, on a phone and on a desktop.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';
import { run } from './run.mjs';

const own = fileURLToPath(new URL('lighthouse', import.meta.url));
const results = 'test-results/lighthouse';

if (!existsSync(`${own}/node_modules/lighthouse`)) {
  console.log('Installing Lighthouse beside the tools, once …');
  const { status } = spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'],
    {
      cwd: own,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) process.exit(1);
}
if (!run('tools/build.mjs')) process.exit(1);
rmSync(results, { recursive: true, force: true });
const ok = run(
  'node_modules/@playwright/test/cli.js',
  ['test', '--project=lighthouse', '--reporter=line', ...process.argv.slice(2)],
  { TALON_CHROMIUM: await findChromium() },
);

const scores = existsSync(results)
  ? readdirSync(results).flatMap((file) => JSON.parse(readFileSync(`${results}/${file}`, 'utf8')))
  : [];
const columns = ['ru', 'en'].flatMap((language) =>
  ['mobile', 'desktop'].map((formFactor) => ({ language, formFactor })),
);
const table = {};
for (const screen of new Set(scores.map((one) => one.screen)))
  table[screen] = Object.fromEntries(
    columns.map(({ language, formFactor }) => [
      `${language} ${formFactor}`,
      scores.find(
        (one) => one.screen === screen && one.language === language && one.formFactor === formFactor,
      )?.accessibility,
    ]),
  );
console.table(table);
const lowest = Math.min(...scores.map(({ accessibility }) => accessibility));
console.log(`${scores.length} pages on ${Object.keys(table).length} screens; the lowest score is ${lowest}`);
for (const { screen, language, formFactor, because } of scores)
  for (const why of because) console.log(`${screen}, ${language}, ${formFactor}: ${why}`);
if (!ok || scores.length === 0 || lowest < 100) process.exit(1);
