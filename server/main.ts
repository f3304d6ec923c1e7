import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import closeWithGrace from 'close-with-grace';
import { buildApp } from './app.ts';
import { compose } from './compose.ts';
import { readConfig } from './config.ts';
import { Reconciler } from './operations/reconciler.ts';
import { Rounds } from './operations/rounds.ts';
import { ScheduledSender } from './operations/scheduled-sender.ts';
import { forgetOld } from './store/retention.ts';
import { privateFolder } from './store/private-folder.ts';
import { openStore } from './store/store.ts';

/** Beside the built server (dist/server), and in `dist` where the server runs from its source. */
const [built = '', ofSource = ''] = ['portal', 'dist/portal'].map((folder) =>
  join(import.meta.dirname, '..', folder),
);
const portalFolder = existsSync(built) ? built : ofSource;

/** A stop is over by then, whatever clients and clinics do. */
const stopMs = 8_000;
const backgroundMs = 1_000;
const retentionEveryMs = 60_000;

async function start() {
  const config = readConfig(process.env);
  if (config.databaseUrl === null) privateFolder(config.dataDir);
  // Before there is a log, a database that is away stops the start and says so itself.
  let report: (error: Error) => void = () => undefined;
  const store = await openStore(
    config.databaseUrl === null
      ? { folder: join(config.dataDir, 'portal') }
      : { databaseUrl: config.databaseUrl, onError: (error) => report(error) },
  );
  const deps = compose(config, store, { clock: () => new Date() });
  const app = await buildApp({ portal: config.development ? null : portalFolder, logLevel: 'info', deps });
  report = (error) => app.log.warn({ err: error }, 'a database connection was lost');
  const reconciler = new Reconciler(deps.operations, {
    onError: (error) => app.log.warn({ err: error }, 'an open outcome could not be looked at'),
  });
  const sender = new ScheduledSender(deps.operations, (error) =>
    app.log.warn({ err: error }, 'a scheduled cancel could not be sent'),
  );
  const retention = new Rounds(
    () => forgetOld(store.db, config.retentionDays, new Date()),
    (error) => app.log.warn({ err: error }, 'old rows could not be deleted'),
    retentionEveryMs,
  );
  await app.listen({ port: config.port, host: config.host });
  reconciler.start();
  sender.start();
  retention.start();
  closeWithGrace({ delay: stopMs }, async () => {
    await app.close();
    // What a slow clinic has not answered by now is open in the journal: the next start reads what became of it.
    await Promise.race([
      Promise.all([sender.stop(), reconciler.stop(), retention.stop()]),
      pause(backgroundMs),
    ]);
    await deps.upstreams.close();
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
