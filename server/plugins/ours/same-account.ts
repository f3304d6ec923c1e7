import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PortalFailure } from '#server/operations/portal-failure.ts';
import { accountOf } from '#server/session/unfinished.ts';
import type { Vault } from '#server/session/vault.ts';

/** How a page learns who is signed in. */
const whoIsSignedIn = '/api/session';
/** An `EventSource` cannot send a header; an account is a pseudonym, and may stand in an address. */
const inAddress = z.object({ account: z.string() });

const claimedBy = ({ headers, query }: FastifyRequest): string | null => {
  const header = headers['x-portal-account'];
  return typeof header === 'string' && header !== ''
    ? header
    : (inAddress.safeParse(query).data?.account ?? null);
};

/**
 * A cookie is shared by all tabs of a browser, so the page says whom it believes to be signed in. Throws
 * `portal.another-account` where that is somebody else by now: nothing is done for either, and nothing of either is answered.
 */
export function refuseAnotherAccount(vault: Vault, request: FastifyRequest): void {
  const claimed = claimedBy(request);
  if (request.session && claimed !== null && claimed !== accountOf(vault, request.session.subject))
    throw new PortalFailure('portal.another-account');
}

/** A write has to say it. A read may leave it out (the head start, a file that is opened): its address names the person. */
export function sameAccount(app: FastifyInstance, vault: Vault) {
  app.addHook('onRequest', async (request) => {
    const { method, routeOptions } = request;
    if (routeOptions.url === whoIsSignedIn) return;
    refuseAnotherAccount(vault, request);
    const isRead = method === 'GET' || method === 'HEAD';
    if (request.session && !isRead && claimedBy(request) === null)
      throw new PortalFailure('portal.another-account');
  });
}
