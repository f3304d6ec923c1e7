// `npm run dev`: sandbox, server and Vite, each reloading what changed, on the ports of `npm start` and PORTAL_DEV_PORT.
import { join } from 'node:path';
import { liveTogether, root, startNode, startPart, stopAll, untilReady } from './processes.mjs';

const port = process.env.PORT || '3000';
const sandboxPort = process.env.SANDBOX_PORT || '3100';
const devPort = process.env.PORTAL_DEV_PORT || '5173';
const sandboxDir = process.env.SANDBOX_DATA_DIR || join(process.env.DATA_DIR || '.data', 'sandbox');
const env = {
  TALON_DEV: '1',
  PUBLIC_URL: process.env.PUBLIC_URL || `http://localhost:${devPort}`,
  SANDBOX_DATA_DIR: sandboxDir,
  CONNECT_PRIVATE_KEY_FILE:
    process.env.CONNECT_PRIVATE_KEY_FILE || join(sandboxDir, 'connect-client-key.pem'),
};

const parts = [];
const start = async (part, url) => {
  parts.push(part);
  await untilReady(part, url);
};

try {
  await start(
    startPart('sandbox', 'sandbox/main.ts', { env, watch: true, show: true }),
    `http://127.0.0.1:${sandboxPort}/healthz`,
  );
  await start(
    startPart('server', 'server/main.ts', { env, watch: true, show: true }),
    `http://127.0.0.1:${port}/readyz`,
  );
  await start(
    startNode('Vite', [join(root, 'node_modules/vite/bin/vite.js')], {
      env: { PORTAL_SERVER: `http://localhost:${port}`, PORTAL_DEV_PORT: devPort },
      show: true,
    }),
    `http://localhost:${devPort}/`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  await stopAll(parts);
  process.exit(1);
}
liveTogether(parts);
