// Two linters: oxlint for the code, dependency-cruiser for the directions of imports.
import { run } from './run.mjs';

const passed = [
  run('node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
  run('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    '.dependency-cruiser.cjs',
    'src',
    'contract',
    'server',
    'sandbox',
    'e2e',
  ]),
];
if (passed.includes(false)) process.exit(1);
