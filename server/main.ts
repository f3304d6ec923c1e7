import { join } from 'node:path';
import closeWithGrace from 'close-with-grace';
import { buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { Journal } from './operations/journal.ts';
import { Sessions } from './session/sessions.ts';
import { SignIn } from './session/sign-in.ts';
import { createVault } from './session/vault.ts';
import { openStore } from './store/store.ts';
import { buildUpstreams } from './upstreams/build-upstreams.ts';

const portalFolder = join(import.meta.dirname, '..', 'dist', 'portal');
const clock = () => new Date();

async function start() {
  const config = readConfig(process.env);
  const report = (error: Error) => process.stderr.write(`A database connection was lost: ${error.message}\n`);
  const store = await openStore(
    config.databaseUrl === null
      ? { folder: join(config.dataDir, 'portal') }
      : { databaseUrl: config.databaseUrl, onError: report },
  );
  const vault = createVault(config.sessionSecret);
  const upstreams = buildUpstreams(config.upstreams, Date.now);
  const app = await buildApp({
    portal: config.development ? null : portalFolder,
    logLevel: 'info',
    deps: {
      config,
      store,
      upstreams,
      vault,
      clock,
      journal: new Journal(store.db, vault, clock),
      sessions: new Sessions(store.db, vault),
      signIn: new SignIn(store.db, config),
    },
  });
  await app.listen({ port: config.port, host: config.host });
  closeWithGrace({ delay: 10_000 }, async () => {
    await app.close();
    await upstreams.close();
    await store.close();
  });
}

try {
  await start();
} catch (error) {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const sentence = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `${taken ? `Port ${process.env['PORT'] ?? 3000} is taken: set PORT to a free one.` : sentence}\n`,
  );
  process.exit(1);
}
