import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#server/deps.ts';
import { leaveBehind } from '#server/operations/hold-rows.ts';
import { clearCookie, sessionCookie, setCookie, signInCookie } from '#server/plugins/ours/cookies.ts';

const localPath = /^\/(?![/\\])[^\s\\]*$/;

/** A path of ours to come back to; anything else is the start page. */
const returnPath = (value: unknown) => (typeof value === 'string' && localPath.test(value) ? value : '/');

/** Sign-in and sign-out. */
export function authRoutes(app: FastifyInstance, { signIn, sessions, clock, config, operations }: Deps) {
  const secure = config.publicUrl.protocol === 'https:';
  const failed = (reply: FastifyReply) => reply.redirect('/?signin=failed', 303);

  app.get('/login', async (request, reply) => {
    const query = z.object({ return: z.string().optional() }).parse(request.query);
    try {
      const url = await signIn.begin(returnPath(query.return), clock());
      setCookie(reply, signInCookie(secure), url.searchParams.get('state') ?? '', secure, 600);
      return await reply.redirect(url.href, 303);
    } catch (error) {
      request.log.warn({ err: error }, 'sign-in could not begin');
      return failed(reply);
    }
  });

  app.get('/callback', async (request, reply) => {
    const expected = request.cookies[signInCookie(secure)] ?? null;
    clearCookie(reply, signInCookie(secure), secure);
    try {
      const query = new URLSearchParams(request.url.split('?')[1]);
      const done = await signIn.finish(query, expected, clock());
      if (!done) return await failed(reply);
      if (request.session) await sessions.end(request.session);
      setCookie(reply, sessionCookie(secure), await sessions.start(done.who, clock()), secure);
      return await reply.redirect(done.returnTo, 303);
    } catch (error) {
      request.log.warn({ err: error }, 'sign-in could not finish');
      return failed(reply);
    }
  });

  app.post('/logout', async (request, reply) => {
    const { session } = request;
    if (session) {
      await leaveBehind(operations, session.idHash);
      await sessions.end(session);
    }
    clearCookie(reply, sessionCookie(secure), secure);
    void reply.header('clear-site-data', '"cache"');
    const location = await signIn.endAddress(session?.subject.idToken ?? null).catch(() => '/');
    return { location };
  });
}
