import type { FastifyInstance } from 'fastify';
import { PortalFailure } from '#server/operations/portal-failure.ts';

const names = (sent: unknown) =>
  typeof sent === 'object' && sent !== null && Object.hasOwn(sent, 'externalUserId');

/** In whose name an upstream is called is for the session to say: whoever names somebody is refused, not overheard. */
export function ownNameOnly(app: FastifyInstance) {
  app.addHook('preValidation', async (request) => {
    if (names(request.body) || names(request.query)) throw new PortalFailure('portal.not-allowed');
  });
}
