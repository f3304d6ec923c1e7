import { setTimeout as wait } from 'node:timers/promises';
import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { connectRoutes } from './connect/connect-routes.ts';
import { identityRoutes } from './identity/identity-routes.ts';
import type { SandboxKeys } from './identity/keys.ts';
import { loopRoutes } from './loop/loop-routes.ts';
import { misRoutes } from './mis/mis-routes.ts';
import { controlRoutes } from './scenarios/control-routes.ts';
import { createWitness } from './scenarios/create-witness.ts';
import type { Pause } from './scenarios/faults.ts';
import { createPort } from './scenarios/port.ts';
import type { Store } from './store/store.ts';
import { openWorlds } from './store/worlds.ts';

export interface SandboxParts {
  readonly store: Store;
  readonly keys: SandboxKeys;
  /** Where the browser finds the identity provider. */
  readonly issuer: string;
  readonly clock: () => Date;
  /** How slow answers wait; a test waits as it likes. */
  readonly pause?: Pause;
}

/** The vendors and the identity provider in one process, each in its own dialect. */
export async function buildSandbox({
  store,
  keys,
  issuer,
  clock,
  pause = wait,
}: SandboxParts): Promise<FastifyInstance> {
  const worlds = openWorlds(store, clock);
  await worlds.enter('main');
  const witness = createWitness(store, worlds, pause);
  const app = Fastify({ forceCloseConnections: true });
  app.addHook('onClose', () => witness.settled());
  await app.register(formbody);
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? undefined : JSON.parse(String(body)));
    } catch (error) {
      done(Object.assign(new Error('Not JSON', { cause: error }), { statusCode: 400 }));
    }
  });
  app.get('/healthz', async () => ({ status: 'ok' }));
  await app.register(async (scope) => misRoutes(scope, witness), { prefix: '/mis' });
  await app.register(async (scope) => connectRoutes(scope, witness, keys), { prefix: '/connect' });
  await app.register(async (scope) => loopRoutes(scope, witness, keys), { prefix: '/loop' });
  await app.register(async (scope) => controlRoutes(scope, witness, createPort(app, pause)), {
    prefix: '/__sandbox',
  });
  await app.register(async (scope) => identityRoutes(scope, { issuer, keys, worlds }), {
    prefix: '/identity',
  });
  return app;
}
