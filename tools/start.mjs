// `npm start`: builds what is stale, starts the sandbox and the server, and says where to look and who to be.
import { join, resolve } from 'node:path';
import { liveTogether, root, startPart, startServer, stopAll, untilReady } from './processes.mjs';
import { run } from './run.mjs';

const port = process.env.PORT || '3000';
const sandboxPort = process.env.SANDBOX_PORT || '3100';
const dataDir = process.env.DATA_DIR || '.data';
const sandboxDir = process.env.SANDBOX_DATA_DIR || join(dataDir, 'sandbox');
const env = {
  SANDBOX_DATA_DIR: sandboxDir,
  ...(process.env.CONNECT_URL
    ? {}
    : {
        CONNECT_PRIVATE_KEY_FILE:
          process.env.CONNECT_PRIVATE_KEY_FILE || join(sandboxDir, 'connect-client-key.pem'),
      }),
};

// A process of its own: Vite's build turns its whole process into production.
if (!run('tools/build.mjs')) process.exit(1);
const parts = [];
try {
  const sandbox = startPart('sandbox', 'sandbox/main.ts', { env });
  parts.push(sandbox);
  await untilReady(sandbox, `http://127.0.0.1:${sandboxPort}/healthz`);
  const server = startServer({ env });
  parts.push(server);
  await untilReady(server, `http://127.0.0.1:${port}/readyz`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  await stopAll(parts);
  process.exit(1);
}
liveTogether(parts);

console.log(`
Talon is at ${process.env.PUBLIC_URL || `http://localhost:${port}`}   (data in ${resolve(root, dataDir)}; Ctrl+C stops it)

Sign in as somebody invented:
  Анна Соколова     a patient with bookings of every kind, two orders for technicians
  Павел Соколов     a patient without bookings
  Мария Орлова      a mother of two: Тимофей (9) and Вера (16)
  Ольга Громова     may not book online (4007)
  Виктор Лебедев    check-up visit (4027), visit linked to a home call (4026), home calls
  Ирина Белова      a registrar; find Анна by policy 5000000000000001, born 14.03.1984
`);
