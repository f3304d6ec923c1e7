// Proofs on a real PostgreSQL, which some of them kill: short, or `long` with ten times the rounds.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { run } from './run.mjs';

const report = 'test-results/prove-report.json';
mkdirSync('test-results', { recursive: true });
rmSync(report, { force: true });
const ok = run(
  'node_modules/vitest/vitest.mjs',
  [
    'run',
    '--project=prove',
    '--no-file-parallelism',
    '--reporter=verbose',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  { TALON_PROVE: process.argv[2] === 'long' ? 'long' : 'short' },
);
const { numPassedTests: passed, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
const failed = ok ? numFailedTests : Math.max(1, numFailedTests);
writeFileSync('test-results/prove.json', JSON.stringify({ passed, failed }));
console.log(`\nProve: ${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) process.exit(1);
