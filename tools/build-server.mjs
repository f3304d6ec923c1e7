// Builds the server into plain JavaScript in dist/server when its sources changed: production needs neither tsx nor Vite.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, 'dist', 'server');
const stamp = join(output, 'built-from');

function sourcesHash() {
  const hash = createHash('sha256');
  const files = ['server', 'contract']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(root, folder, name),
      ),
    )
    .filter((file) => statSync(file).isFile())
    .sort();
  for (const file of [...files, ...['package.json', 'package-lock.json'].map((name) => join(root, name))])
    hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.update(readFileSync(fileURLToPath(import.meta.url))).digest('hex');
}

const wanted = sourcesHash();
const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
if (!fresh) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { target: 'node' },
    build: {
      ssr: 'server/main.ts',
      outDir: output,
      emptyOutDir: true,
      target: 'node20',
      sourcemap: true,
      copyPublicDir: false,
      // One file: what it reads from disk is found from dist/server.
      rolldownOptions: { output: { entryFileNames: 'main.js', codeSplitting: false } },
    },
  });
  writeFileSync(stamp, wanted);
}
const { size } = statSync(join(output, 'main.js'));
console.log(`Server: dist/server/main.js, ${(size / 1024).toFixed(0)} KiB${fresh ? ' (already built)' : ''}`);
