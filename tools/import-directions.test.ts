import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** One import against each arrow, as a file and what it imports. */
const planted: Record<string, readonly (readonly [file: string, imported: string])[]> = {
  'no-circles': [['contract/about.ts', '#contract/round.ts']],
  'contract-imports-nothing': [
    ['contract/sees-src.ts', '#src/paths.ts'],
    ['contract/sees-server.ts', '#server/app.ts'],
  ],
  'production-needs-no-tools': [
    ['server/needs-a-tool.ts', 'vite'],
    ['contract/needs-a-tool.ts', 'vitest'],
  ],
  'sandbox-is-a-witness': [
    ['sandbox/sees-server.ts', '#server/app.ts'],
    ['sandbox/sees-contract.ts', '#contract/booking.ts'],
    ['sandbox/sees-src.test.ts', '#src/paths.ts'],
  ],
  'portal-knows-only-the-contract': [
    ['src/queries/sees-server.ts', '#server/app.ts'],
    ['src/queries/sees-sandbox.ts', '#sandbox/main.ts'],
  ],
  'server-knows-only-the-contract': [
    ['server/sees-src.ts', '#src/paths.ts'],
    ['server/sees-sandbox.ts', '#sandbox/main.ts'],
  ],
  'specs-read-only-words': [
    ['e2e/sees-src.ts', '../src/paths.ts'],
    ['e2e/sees-server.ts', '#server/app.ts'],
  ],
  'proofs-see-no-screens': [
    ['prove/sees-src.ts', '#src/paths.ts'],
    ['prove/sees-e2e.ts', '../e2e/spec.ts'],
  ],
  'proofs-are-nobodys-parts': [
    ['sandbox/sees-prove.ts', '../prove/proof.ts'],
    ['server/sees-prove.test.ts', '../prove/proof.ts'],
    ['e2e/sees-prove.ts', '../prove/proof.ts'],
  ],
  'ui-knows-nothing-of-ours': [
    ['src/ui/sees-i18n.tsx', '#src/i18n/language.ts'],
    ['src/ui/sees-contract.tsx', '#contract/booking.ts'],
  ],
  'i18n-knows-only-the-contract': [['src/i18n/sees-ui.tsx', '#src/ui/card.tsx']],
  'queries-know-no-screens': [['src/queries/sees-ui.ts', '#src/ui/card.tsx']],
  'features-are-strangers': [
    ['src/features/cancel/sees-reserve.ts', '#src/features/reserve/reserve-form.ts'],
  ],
  'features-do-not-know-the-app': [['src/features/cancel/sees-app.ts', '#src/app/app.tsx']],
  'app-sees-only-entrances': [['src/app/sees-inside.tsx', '#src/features/reserve/countdown.ts']],
  'operations-do-not-know-routes': [['server/operations/sees-routes.ts', '#server/routes/hold-routes.ts']],
  'session-knows-no-routes': [['server/session/sees-operations.ts', '#server/operations/journal.ts']],
  'routes-do-not-know-the-app': [['server/routes/sees-app.ts', '#server/app.ts']],
  'store-knows-nobody': [['server/store/sees-operations.ts', '#server/operations/journal.ts']],
  'adapters-know-only-the-kit': [
    ['server/upstreams/mis/sees-operations.ts', '#server/operations/journal.ts'],
  ],
  'adapters-are-strangers': [['server/upstreams/mis/sees-loop.ts', '#server/upstreams/loop/loop-adapter.ts']],
  'the-kit-knows-no-vendor': [['server/upstreams/kit/sees-mis.ts', '#server/upstreams/mis/mis-wire.ts']],
  'vendors-are-behind-ports': [
    ['server/operations/sees-vendor.ts', '#server/upstreams/mis/mis-adapter.ts'],
    ['server/sees-vendor.test.ts', '#server/upstreams/loop/loop-adapter.ts'],
  ],
  'wire-stays-in-its-adapter': [
    ['server/operations/sees-wire.ts', '#server/upstreams/mis/mis-wire.ts'],
    ['server/upstreams/builds-from-wire.ts', './mis/mis-wire.ts'],
  ],
  'store-is-for-operations-and-session': [['server/routes/sees-store.ts', '#server/store/store.ts']],
};

/** Imports that follow the arrows. */
const allowed: readonly (readonly [file: string, imported: string])[] = [
  ['contract/round.test.ts', '#contract/booking.ts'],
  ['src/app/composes.tsx', '#src/features/reserve/reserve-form.ts'],
  ['src/app/reads.tsx', '#src/queries/hold-queries.ts'],
  ['src/features/reserve/uses.tsx', '#src/ui/card.tsx'],
  ['src/queries/uses.ts', '#contract/booking.ts'],
  ['server/app.test.ts', '#sandbox/main.ts'],
  ['server/needs-a-library.ts', 'fastify'],
  ['server/needs-a-tool.test.ts', 'vitest'],
  ['server/routes/uses.ts', '#server/operations/journal.ts'],
  ['server/operations/uses.ts', '#server/store/store.ts'],
  ['server/upstreams/mis/uses.ts', '#server/upstreams/kit/ports.ts'],
  ['server/upstreams/builds.ts', './mis/mis-adapter.ts'],
  ['e2e/words.ts', '../src/i18n/locales/ru/common.json'],
  ['prove/uses-server.ts', '#server/store/store.ts'],
  ['prove/uses-sandbox.ts', '#sandbox/main.ts'],
  ['prove/uses-contract.ts', '#contract/booking.ts'],
];

const targets = [
  'contract/booking.ts',
  'e2e/spec.ts',
  'prove/proof.ts',
  'sandbox/main.ts',
  'server/app.ts',
  'server/operations/journal.ts',
  'server/routes/hold-routes.ts',
  'server/store/store.ts',
  'server/upstreams/kit/ports.ts',
  'server/upstreams/loop/loop-adapter.ts',
  'server/upstreams/mis/mis-adapter.ts',
  'server/upstreams/mis/mis-wire.ts',
  'src/app/app.tsx',
  'src/features/reserve/countdown.ts',
  'src/features/reserve/reserve-form.ts',
  'src/i18n/language.ts',
  'src/i18n/locales/ru/common.json',
  'src/paths.ts',
  'src/queries/hold-queries.ts',
  'src/ui/card.tsx',
];

const folders = ['src', 'contract', 'server', 'sandbox', 'e2e', 'prove'];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

const folder = mkdtempSync(join(tmpdir(), 'talon-arrows-'));
let found: readonly Violation[] = [];

const plant = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

beforeAll(() => {
  const { imports, dependencies, devDependencies }: Record<string, unknown> = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  plant('package.json', JSON.stringify({ type: 'module', imports, dependencies, devDependencies }));
  plant('.dependency-cruiser.cjs', readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const path of targets) plant(path, path.endsWith('.json') ? '{}' : 'export const it = 1;\n');
  plant('contract/round.ts', "import { it } from './about.ts';\nexport const that = it;\n");
  for (const [file, imported] of [...Object.values(planted).flat(), ...allowed])
    // Type imports count too: a shape that leaks is a leak.
    plant(file, `import type { it as other } from '${imported}';\nexport const it: typeof other = 1;\n`);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config=.dependency-cruiser.cjs',
      '--output-type=json',
      ...folders,
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 50_000_000 },
  );
  if (!stdout) throw new Error(stderr);
  const { summary }: { summary: { violations: Violation[] } } = JSON.parse(stdout);
  found = summary.violations;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(Object.entries(planted))('%s', (rule, files) => {
  test.each(files)('%s may not import %s', (file) => {
    expect(found.filter(({ from }) => from === file).map(({ rule: { name } }) => name)).toContain(rule);
  });
});

test.each(allowed)('%s may import %s', (file) => {
  expect(found.filter(({ from }) => from === file)).toEqual([]);
});

test('every rule of the linter is planted against here', () => {
  const { forbidden }: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
    '../.dependency-cruiser.cjs',
  );
  expect(forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(planted).sort());
});
