// The browser suite against the built portal: builds what is stale, finds a browser, runs Playwright.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { findChromium } from './chromium.mjs';
import { run } from './run.mjs';

// A process of its own: Vite's build turns its whole process into production.
if (!run('tools/build.mjs')) process.exit(1);
mkdirSync('test-results', { recursive: true });
const report = 'test-results/e2e-report.json';
const executable = await findChromium().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
const ok = run(
  'node_modules/@playwright/test/cli.js',
  ['test', '--project=specs', ...process.argv.slice(2)],
  {
    TALON_CHROMIUM: executable,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  },
);
const { stats } = JSON.parse(readFileSync(report, 'utf8'));
const failed = stats.unexpected + stats.flaky;
writeFileSync('test-results/e2e.json', JSON.stringify({ passed: stats.expected, failed }));
console.log(`End to end: ${stats.expected} passed, ${failed} failed`);
if (!ok || failed > 0 || stats.expected === 0) process.exit(1);
