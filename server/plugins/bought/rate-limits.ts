import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PortalFailure } from '#server/operations/portal-failure.ts';
import { isOfTheGateway } from '#server/plugins/ours/caller.ts';

/** A sign-in has limits of its own: what others of one address ask for must not keep anybody from signing in. */
const countsApart = ({ routeOptions }: FastifyRequest) =>
  routeOptions.url === '/auth/login' || routeOptions.url === '/auth/callback';

/** Requests a minute of one session or, signed out, of one address: a person never meets it, a script does. */
export const requestsPerMinute = 600;

/**
 * Counted by the session that was found, never by what a cookie says: a made-up cookie a request would be a limit for nobody.
 * The portal's files are not counted: they come from memory, and many people share one address.
 */
export async function rateLimits(app: FastifyInstance) {
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) => request.session?.idHash ?? request.ip,
    allowList: (request) => !isOfTheGateway(request) || countsApart(request),
    errorResponseBuilder: () => new PortalFailure('portal.too-many-requests'),
  });
}
