// `npm run check`: what changed against main, in under a minute: format, lint, types (incremental) and the related unit tests.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { runStep } from './step.mjs';

const git = (...args) => {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
};
const base =
  process.argv[2] ??
  (git('merge-base', 'HEAD', 'origin/main') || git('merge-base', 'HEAD', 'main') || 'HEAD');
const changed = [
  ...git('diff', '--name-only', '--diff-filter=d', base).split('\n'),
  ...git('ls-files', '--others', '--exclude-standard').split('\n'),
].filter((file) => file && existsSync(file));
const code = changed.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
console.log(`${changed.length} file(s) changed since ${base.slice(0, 12)}`);
if (changed.length === 0) process.exit(0);

const vitest = 'node_modules/vitest/vitest.mjs';
const lanes = [
  [
    {
      name: 'Format',
      script: 'node_modules/prettier/bin/prettier.cjs',
      args: ['--check', '--ignore-unknown', '--log-level', 'warn', ...changed],
    },
    { name: 'Lint', script: 'tools/lint.mjs' },
  ],
  [{ name: 'Types', script: 'node_modules/typescript/bin/tsc', args: ['-b'] }],
];
/** Servers and databases start slowly: of their tests only those beside what changed, not all that could be related. */
const parts = [...new Set(code.filter((file) => /^(server|sandbox|tools)\//.test(file)).map(dirname))];
const suites = [
  { name: 'Related tests', args: ['related', '--project=pure', '--project=screens', ...code] },
  ...(parts.length > 0 ? [{ name: 'Tests beside', args: ['run', '--project=parts', ...parts] }] : []),
].map(({ name, args }) => ({
  name,
  script: vitest,
  args: [...args, '--run', '--passWithNoTests', '--reporter=dot'],
}));

const inOrder = async (steps) => {
  const results = [];
  for (const step of steps) results.push(await runStep({ ...step, quiet: true }));
  return results;
};
const results = (await Promise.all(lanes.map(inOrder))).flat();
if (code.length > 0) results.push(...(await inOrder(suites)));
if (results.some(({ ok }) => !ok)) process.exit(1);
