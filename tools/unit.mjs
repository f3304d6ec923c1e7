// Unit tests: what knows of time runs in three time zones, the rest (servers, sandbox, screens) in one.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { run } from './run.mjs';

const zones = ['UTC', 'America/St_Johns', 'Pacific/Auckland'];
mkdirSync('test-results', { recursive: true });

let passed = 0;
let failed = 0;
for (const zone of zones) {
  console.log(`\nUnit tests, TZ=${zone}`);
  const report = `test-results/unit-${zone.replace('/', '-')}.json`;
  const projects = ['--project', zone === 'UTC' ? '!prove' : 'pure'];
  run(
    'node_modules/vitest/vitest.mjs',
    ['run', ...projects, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    { TZ: zone },
  );
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  failed +=
    result.numFailedTests +
    (result.success ? 0 : Math.max(1, result.numFailedTestSuites) - Math.min(1, result.numFailedTests));
}
writeFileSync('test-results/unit.json', JSON.stringify({ passed, failed }));
console.log(`\nUnit: ${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) process.exit(1);
