// Oxlint for the code, dependency-cruiser for the directions of imports, and the rules of the house.
import { houseComplaintsOfTree } from './house-rules.mjs';
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
    'prove',
  ]),
];
const complaints = houseComplaintsOfTree();
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0 || passed.includes(false)) process.exit(1);
