import type { FastifyInstance } from 'fastify';
import type { Deps } from '#server/deps.ts';
import { cookieIn, signInCookie } from './cookies.ts';
import { limitPerMinute } from './shared-limit.ts';

/** What one browser may ask of the sign-in in a minute: somebody who mistypes a password needs a few. */
export const ofABrowser = 30;
/** Many people share one address, as behind a clinic's or a telephone network's: far more than they need together. */
export const ofAnAddress = 1_200;

const limited = new Set<string | undefined>(['/auth/login', '/auth/callback']);

/** Sign-in is counted apart from everything else, by browser and by address, in the database that all instances share. */
export function signInLimits(
  app: FastifyInstance,
  { counts, vault, clock, secure }: Pick<Deps, 'counts' | 'vault' | 'clock'> & { secure: boolean },
) {
  app.addHook('onRequest', async (request, reply) => {
    if (!limited.has(request.routeOptions.url)) return;
    const name = (...parts: string[]) => `sign-in ${vault.pseudonym(...parts)}`;
    const attempt = cookieIn(request, signInCookie(secure));
    if (attempt !== null) {
      const browser = { name: name('browser', request.ip, attempt), most: ofABrowser };
      await limitPerMinute(counts, browser, reply, clock());
    }
    const address = { name: name('address', request.ip), most: ofAnAddress };
    await limitPerMinute(counts, address, reply, clock());
  });
}
