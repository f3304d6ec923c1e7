// Builds what production runs when its sources changed: the portal, with precompressed files and its first load held to its
// budget, and the server (build-server.mjs).
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { run } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const portal = join(root, 'dist', 'portal');
const stamp = join(root, 'dist', 'built-from');
const budgetKiB = 92;
const compressible = new Set(['.js', '.css', '.html', '.svg', '.json', '.webmanifest', '.txt']);

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort();

/** A hash of everything that the portal is built from. */
function sourcesHash() {
  const hash = createHash('sha256');
  const files = ['src', 'contract', 'public', 'tools/vite'].flatMap((folder) =>
    filesBelow(join(root, folder)),
  );
  for (const file of [
    ...files,
    ...['index.html', 'vite.config.ts', 'package-lock.json'].map((name) => join(root, name)),
  ])
    hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

function compressAll() {
  for (const file of filesBelow(portal).filter((name) => compressible.has(extname(name)))) {
    const bytes = readFileSync(file);
    writeFileSync(`${file}.br`, brotli(bytes));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** Scripts that the page itself names, and what these import statically: what no first paint can do without. */
function initialScripts() {
  const page = readFileSync(join(portal, 'index.html'), 'utf8');
  const seen = new Set();
  const visit = (path) => {
    if (seen.has(path)) return;
    seen.add(path);
    const code = readFileSync(join(portal, path), 'utf8');
    for (const [, imported] of code.matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]*from\s*)?["']\.\/([\w.-]+\.js)["']/g,
    ))
      visit(`assets/${imported}`);
  };
  for (const [, path] of page.matchAll(/(?:src|href)="\/(assets\/[\w.-]+\.js)"/g)) visit(path);
  return [...seen];
}

const wanted = sourcesHash();
const fresh =
  existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(join(portal, 'index.html'));
if (!fresh) {
  await build({ root, logLevel: 'warn' });
  compressAll();
  writeFileSync(stamp, wanted);
}
const scripts = initialScripts();
const bytes = scripts.reduce((sum, path) => sum + statSync(join(portal, `${path}.br`)).size, 0);
const kib = (bytes / 1024).toFixed(1);
console.log(
  `Initial JavaScript: ${kib} KiB brotli in ${scripts.length} file(s), at most ${budgetKiB}${fresh ? ' (already built)' : ''}`,
);
if (bytes > budgetKiB * 1024) {
  console.error(`The first load is over its budget of ${budgetKiB} KiB.`);
  process.exit(1);
}
// A process of its own: Vite's build leaves its settings in the process.
if (!run('tools/build-server.mjs')) process.exit(1);
