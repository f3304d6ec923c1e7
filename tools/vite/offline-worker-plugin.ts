import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const source = fileURLToPath(new URL('../../src/app/later/offline-worker.ts', import.meta.url));
const fileName = 'offline-worker.js';
const placeholder = 'TALON_FILES';
/** Of public/: what a page without a connection shows. */
const publicFiles = ['/favicon.svg'];

/**
 * Builds the offline worker beside the portal, with the names of all files of this very build in it: another build is
 * another worker, which is how browsers notice.
 */
export function offlineWorker(): Plugin {
  return {
    name: 'talon-offline-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: source, fileName });
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle[fileName];
        if (worker?.type !== 'chunk') throw new Error('The offline worker was not built.');
        const built = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
        const files = [...built.map((name) => `/${name}`).sort(), ...publicFiles];
        const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 16);
        if (!worker.code.includes(placeholder)) throw new Error('The offline worker knows no files.');
        worker.code = worker.code.replace(placeholder, () => JSON.stringify({ version, files }));
      },
    },
  };
}
