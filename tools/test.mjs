// `npm test`: every step, whatever the others say, and at the end a table with every failure. The cheap checks run side by
// side; the unit tests, the proofs and the browser keep both cores busy by themselves and run one after another.
import { rmSync } from 'node:fs';
import { runStep } from './step.mjs';
import { reports, summarise } from './test-summary.mjs';

const checks = [
  [
    { name: 'Commits', script: 'tools/commits.mjs' },
    {
      name: 'Format',
      script: 'node_modules/prettier/bin/prettier.cjs',
      args: ['--check', '.', '--log-level', 'warn'],
    },
    { name: 'Build', script: 'tools/build.mjs' },
  ],
  [
    { name: 'Types', script: 'node_modules/typescript/bin/tsc', args: ['-b'] },
    { name: 'Lint', script: 'tools/lint.mjs' },
  ],
];
const suites = [
  { name: 'Unit', script: 'tools/unit.mjs' },
  { name: 'Prove', script: 'tools/prove.mjs' },
  { name: 'End to end', script: 'tools/e2e.mjs' },
];

const inOrder = async (steps, options) => {
  const results = [];
  for (const step of steps) results.push(await runStep({ ...step, ...options }));
  return results;
};

for (const file of reports) rmSync(file, { force: true });
const checked = await Promise.all(checks.map((lane) => inOrder(lane, { quiet: true })));
const tested = await inOrder(suites);
if (!summarise([...checked.flat(), ...tested])) process.exit(1);
