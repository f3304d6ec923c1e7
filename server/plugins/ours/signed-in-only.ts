import type { FastifyInstance } from 'fastify';
import { sessionOf } from './caller.ts';

/** Who is signed in is asked by everybody; an address that is none needs nobody. */
const openToAll: ReadonlySet<string | undefined> = new Set(['/api/session', '/api/*']);

/** Everything else is answered to somebody only, and before that a body is not even read. */
export function signedInOnly(app: FastifyInstance) {
  app.addHook('onRequest', async (request) => {
    if (!openToAll.has(request.routeOptions.url)) sessionOf(request);
  });
}
