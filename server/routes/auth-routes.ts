import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { signInAgain } from '#contract/draft.ts';
import type { Deps } from '#server/deps.ts';
import { leaveBehind } from '#server/operations/hold-rows.ts';
import { PortalFailure } from '#server/operations/portal-failure.ts';
import { refuseAnotherAccount } from '#server/plugins/ours/same-account.ts';
import {
  clearCookie,
  cookieIn,
  sessionCookie,
  setCookie,
  signInCookie,
} from '#server/plugins/ours/cookies.ts';
import { UnfitClaims } from '#server/session/claims.ts';
import { returnPath } from '#server/session/return-path.ts';
import { signInLimits } from '#server/plugins/ours/sign-in-limits.ts';
import { inWords } from '#server/pages/auth-page.ts';
import { hashOf } from '#server/session/sessions.ts';
import type { Subject } from '#server/session/subject.ts';
import { accountOf, leftBy, type Unfinished } from '#server/session/unfinished.ts';

/** A path of ours with one more thing in its search. */
const withSearch = (path: string, name: string, value: string) => {
  const url = new URL(path, 'http://portal');
  url.searchParams.set(name, value);
  return url.pathname + url.search;
};

/** More than any form of ours holds. */
const largestDraft = 16 * 1024;

/** Sign-in and sign-out. */
export function authRoutes(
  app: FastifyInstance,
  { signIn, sessions, vault, clock, config, operations, counts }: Deps,
) {
  const secure = config.publicUrl.protocol === 'https:';
  const failed = (reply: FastifyReply, returnTo = '/', how: 'failed' | 'kept' | 'claims' = 'failed') =>
    reply.redirect(withSearch(returnPath(returnTo), 'signin', how), 303);
  const attemptOf = (request: FastifyRequest) => cookieIn(request, signInCookie(secure));
  const mark = (reply: FastifyReply, { state, waitsMs }: { state: string; waitsMs: number }) =>
    setCookie(reply, signInCookie(secure), state, secure, waitsMs / 1000);

  /** Where the browser goes to sign in, tied to this browser. */
  const begin = async (
    request: FastifyRequest,
    reply: FastifyReply,
    returnTo: string,
    left: Unfinished | null = null,
  ) => {
    const begun = await signIn.begin({ returnTo, before: attemptOf(request), left }, clock());
    mark(reply, begun);
    return begun.address.href;
  };

  signInLimits(app, { counts, vault, clock, secure });
  app.get('/login', { errorHandler: inWords }, async (request, reply) => {
    const query = z.object({ return: z.unknown().optional() }).parse(request.query);
    try {
      return await reply.redirect(await begin(request, reply, returnPath(query.return)), 303);
    } catch (error) {
      request.log.warn({ err: error }, 'sign-in could not begin');
      return failed(reply);
    }
  });

  /** From a page of ours whose session has ended, with what was being typed there: no address could carry that. */
  app.post('/login', { bodyLimit: largestDraft }, async (request, reply) => {
    const asked = signInAgain.parse(request.body);
    const returnTo = returnPath(asked.returnTo);
    const id = cookieIn(request, sessionCookie(secure));
    const who = id ? await sessions.whose(id, clock()) : null;
    try {
      const left = who && leftBy(vault, who, { ...asked, returnTo });
      const location = await begin(request, reply, returnTo, left);
      if (request.session && left?.draft) await sessions.keepDraft(request.session, left.draft);
      return { location };
    } catch (error) {
      request.log.warn({ err: error }, 'sign-in could not begin');
      throw new PortalFailure('portal.not-sent');
    }
  });

  app.get('/callback', { errorHandler: inWords }, async (request, reply) => {
    const expected = attemptOf(request);
    clearCookie(reply, signInCookie(secure), secure);
    try {
      const query = new URLSearchParams(request.url.split('?')[1]);
      const done = await signIn.finish(query, expected, clock());
      if (!done) return await failed(reply);
      if ('cause' in done) {
        if (done.cause) request.log.warn({ err: done.cause }, 'sign-in could not finish');
        if (done.left) mark(reply, done.left);
        if (done.cause instanceof UnfitClaims) return await failed(reply, done.returnTo, 'claims');
        return await failed(reply, done.returnTo, done.left ? 'kept' : 'failed');
      }
      if (done.unfit.length > 0) request.log.warn({ claims: done.unfit }, 'claims were left out');
      const before = cookieIn(request, sessionCookie(secure));
      const id = await sessions.start(done.who, clock(), done.draft);
      if (before) await handOn(before, { id, who: done.who });
      setCookie(reply, sessionCookie(secure), id, secure);
      return await reply.redirect(returnPath(done.returnTo), 303);
    } catch (error) {
      request.log.warn({ err: error }, 'sign-in could not finish');
      return failed(reply);
    }
  });

  /** What the session before kept goes on with the same person, and is given back where somebody else has signed in. */
  const handOn = async (before: string, now: { id: string; who: Subject }) => {
    const whose = await sessions.whose(before, clock());
    const isSame = whose !== null && accountOf(vault, whose) === accountOf(vault, now.who);
    await leaveBehind(operations, hashOf(before), isSame ? hashOf(now.id) : null);
    await sessions.replaced(before);
  };

  app.post('/logout', async (request, reply) => {
    const { session } = request;
    refuseAnotherAccount(vault, request);
    if (session) {
      await leaveBehind(operations, session.idHash);
      await sessions.end(session);
    }
    clearCookie(reply, sessionCookie(secure), secure);
    const attempt = attemptOf(request);
    if (attempt) {
      await signIn.forget(attempt);
      clearCookie(reply, signInCookie(secure), secure);
    }
    void reply.header('clear-site-data', '"cache"');
    const location = await signIn.endAddress(session?.subject.idToken ?? null).catch(() => '/');
    return { location };
  });
}
