import { mkdirSync } from 'node:fs';
import closeWithGrace from 'close-with-grace';
import { z } from 'zod';
import { buildSandbox } from './app.ts';
import { openKeys } from './identity/keys.ts';
import { openStore } from './store/store.ts';

const environment = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(1).max(65_535).default(3100),
  SANDBOX_DATA_DIR: z.string().min(1).default('.data/sandbox'),
  SANDBOX_DATABASE_URL: z.url().optional(),
});

const stop = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const makeFolder = (folder: string) => {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new Error(
      `The folder ${folder} cannot be made: set SANDBOX_DATA_DIR or DATA_DIR to one that can be written.`,
      { cause },
    );
  }
};

const parsed = environment.safeParse(process.env);
if (!parsed.success) {
  const [issue] = parsed.error.issues;
  stop(`${String(issue?.path[0])} is not usable: ${issue?.message ?? 'unknown reason'}.`);
} else {
  const { SANDBOX_PORT: port, SANDBOX_DATA_DIR: folder, SANDBOX_DATABASE_URL: databaseUrl } = parsed.data;
  try {
    makeFolder(folder);
    const store = await openStore(databaseUrl ? { databaseUrl } : { folder });
    const app = await buildSandbox({
      store,
      keys: await openKeys(folder),
      issuer: `http://localhost:${port}/identity`,
      clock: () => new Date(),
    });
    await app.listen({ port, host: '127.0.0.1' });
    closeWithGrace({ delay: 5_000 }, async () => {
      await app.close();
      await store.close();
    });
    process.stdout.write(`The sandbox listens on http://localhost:${port}\n`);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    stop(
      taken
        ? `Port ${port} is taken: set SANDBOX_PORT to a free one.`
        : error instanceof Error
          ? error.message
          : String(error),
    );
  }
}
