import type { FastifyInstance } from 'fastify';
import { PortalFailure } from '#server/operations/portal-failure.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A write must come from our own page: our header, which a foreign form cannot send, and an origin that is ours where one is told. */
export function sameOrigin(app: FastifyInstance, publicUrl: URL) {
  app.addHook('onRequest', async (request) => {
    if (safe.has(request.method)) return;
    const { origin, 'sec-fetch-site': site, 'x-portal': portal } = request.headers;
    const foreign =
      (origin !== undefined && origin !== publicUrl.origin) || (site !== undefined && site !== 'same-origin');
    if (foreign || portal !== '1') throw new PortalFailure('portal.wrong-origin');
  });
}
