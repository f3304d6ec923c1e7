// `npm run dev`: sandbox, server and Vite, each reloading what changed.
import { spawn } from 'node:child_process';
import { liveTogether, root, startPart, untilReady } from './processes.mjs';

const port = process.env.PORTAL_DEV_PORT || '5173';
const env = { TALON_DEV: '1', PUBLIC_URL: `http://localhost:${port}` };

const sandbox = startPart('sandbox', 'sandbox/main.ts', { env, watch: true, show: true });
await untilReady(sandbox, 'http://127.0.0.1:3100/healthz');
const server = startPart('server', 'server/main.ts', { env, watch: true, show: true });
await untilReady(server, 'http://127.0.0.1:3000/readyz');
const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js'], { cwd: root, stdio: 'inherit' });
const ended = new Promise((resolve) => vite.on('exit', (code) => resolve(code ?? 1)));
liveTogether([sandbox, server, { name: 'Vite', child: vite, ended, lastWords: () => '' }]);
