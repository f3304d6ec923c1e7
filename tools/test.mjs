// `npm test`: everything, cheapest first, stopping at the first step that fails.
import { readFileSync } from 'node:fs';
import { run } from './run.mjs';

const steps = [
  ['Format', () => run('node_modules/prettier/bin/prettier.cjs', ['--check', '.', '--log-level', 'warn'])],
  ['Lint', () => run('tools/lint.mjs')],
  ['Types', () => run('node_modules/typescript/bin/tsc', ['--noEmit'])],
  ['Unit', () => run('tools/unit.mjs')],
  ['Build', () => run('tools/build.mjs')],
  ['End to end', () => run('tools/e2e.mjs')],
];

const counted = (name) => {
  try {
    return JSON.parse(readFileSync(`test-results/${name}.json`, 'utf8'));
  } catch {
    return { passed: 0, failed: 0 };
  }
};

for (const [name, step] of steps) {
  const began = Date.now();
  const ok = step();
  console.log(`${ok ? 'passed' : 'FAILED'}  ${name}  ${((Date.now() - began) / 1000).toFixed(1)} s`);
  if (!ok) {
    console.log(
      `${counted('unit').passed} passed, ${Math.max(1, counted('unit').failed + counted('e2e').failed)} failed`,
    );
    process.exit(1);
  }
}
const [unit, e2e] = [counted('unit'), counted('e2e')];
console.log(`${unit.passed + e2e.passed} passed, ${unit.failed + e2e.failed} failed`);
