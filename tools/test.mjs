// `npm test`: everything, cheapest first, stopping at the first step that fails.
import { readFileSync, rmSync } from 'node:fs';
import { run } from './run.mjs';

const steps = [
  ['Format', () => run('node_modules/prettier/bin/prettier.cjs', ['--check', '.', '--log-level', 'warn'])],
  ['Lint', () => run('tools/lint.mjs')],
  ['Types', () => run('node_modules/typescript/bin/tsc', ['--noEmit'])],
  ['Unit', () => run('tools/unit.mjs')],
  ['Prove', () => run('tools/prove.mjs')],
  ['Build', () => run('tools/build.mjs')],
  ['End to end', () => run('tools/e2e.mjs')],
];

const counted = ['unit', 'prove', 'e2e'].map((name) => `test-results/${name}.json`);
const count = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 0 };
  }
};
const sum = (key) => counted.map(count).reduce((total, counts) => total + counts[key], 0);
for (const file of counted) rmSync(file, { force: true });

for (const [name, step] of steps) {
  const began = Date.now();
  const ok = step();
  console.log(`${ok ? 'passed' : 'FAILED'}  ${name}  ${((Date.now() - began) / 1000).toFixed(1)} s`);
  if (!ok) {
    console.log(`${sum('passed')} passed, ${Math.max(1, sum('failed'))} failed`);
    process.exit(1);
  }
}
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
