import type { FastifyInstance } from 'fastify';
import type { Session as SessionAnswer } from '#contract/session.ts';
import { patientSearch } from '#contract/session.ts';
import { draftWanted } from '#contract/draft.ts';
import type { Source } from '#contract/booking.ts';
import { z } from 'zod';
import { leaveBehind } from '#server/operations/hold-rows.ts';
import { PortalFailure } from '#server/operations/portal-failure.ts';
import { clinicDay, isGrownUp, patientOf, sessionOf } from '#server/plugins/ours/caller.ts';
import { cookieIn, signInCookie } from '#server/plugins/ours/cookies.ts';
import { actedFor } from '#server/session/subject.ts';
import type { Session } from '#server/session/sessions.ts';
import { accountOf } from '#server/session/unfinished.ts';
import type { Upstreams } from '#server/upstreams/kit/ports.ts';
import type { Deps } from '#server/deps.ts';
import { findPatient } from './desk-search.ts';

const orderTyped = z.object({ person: z.string(), orderId: z.coerce.number().int().positive() });

/** The sources that are connected; the others are off and not shown. */
export const connectedSources = (upstreams: Upstreams): Source[] => [
  ...(upstreams.clinicVisits ? (['clinic-visits'] as const) : []),
  ...(upstreams.homeCalls ? (['home-calls'] as const) : []),
  ...(upstreams.requests ? (['requests'] as const) : []),
  ...(upstreams.visits ? (['visits'] as const) : []),
];

const answerOf = ({ upstreams, vault, clock }: Deps, session: Session | null): SessionAnswer => {
  const now = clock().toISOString();
  if (!session) return { authenticated: false, now };
  const { subject, endsAt, lastsUntil, draft } = session;
  return {
    authenticated: true,
    now,
    endsAt: endsAt.toISOString(),
    lastsUntil: lastsUntil.toISOString(),
    account: accountOf(vault, subject),
    draft: draft?.address ?? null,
    name: subject.self.name,
    role: subject.role,
    people: actedFor(subject)
      .map(({ person }) => person)
      .filter((person) => !isGrownUp(person, clinicDay(clock()))),
    sources: connectedSources(upstreams),
  };
};

/** Who is signed in, and the patient that a registrar has in hand. */
export function sessionRoutes(app: FastifyInstance, deps: Deps) {
  const secure = deps.config.publicUrl.protocol === 'https:';

  app.get('/session', async (request) => answerOf(deps, request.session));

  /** Asked for so that the session goes on, as with anything else that is asked for. */
  app.post('/session/stay', async (request) => answerOf(deps, sessionOf(request)));

  app.post('/session/draft', async (request) => {
    const { address } = draftWanted.parse(request.body);
    const draft = await deps.sessions.takeDraft(sessionOf(request), address);
    const attempt = cookieIn(request, signInCookie(secure));
    if (draft && attempt) await deps.signIn.forgetDraft(attempt, address);
    return { values: draft?.values ?? null };
  });

  const registrarOf = (session: Session) => {
    if (session.subject.role !== 'registrar') throw new PortalFailure('portal.not-allowed');
    return session.subject;
  };

  app.post('/desk/patient', async (request, reply) => {
    const session = sessionOf(request);
    const subject = registrarOf(session);
    const { policy, birthDate } = patientSearch.parse(request.body);
    const found = await findPatient(deps, subject, { policy, birthDate }, reply);
    // A ref of its own for each search: no cache of the browser can mix two patients.
    const ref = `patient-${deps.vault.pseudonym('ref', session.idHash, policy, deps.clock().toISOString()).slice(0, 8)}`;
    const next = { ...subject, inHand: { ref, name: found.name ?? '', birthDate, policy, orders: [] } };
    await leaveBehind(deps.operations, session.idHash);
    await deps.sessions.update(session, next);
    return answerOf(deps, { ...session, subject: next });
  });

  app.delete('/desk/patient', async (request) => {
    const session = sessionOf(request);
    const next = { ...registrarOf(session), inHand: null };
    patientOf(request, z.object({ person: z.string() }).parse(request.query).person);
    if (!(await deps.sessions.updateWhileInHand(session, next)))
      throw new PortalFailure('portal.another-patient');
    await leaveBehind(deps.operations, session.idHash);
    return answerOf(deps, { ...session, subject: next });
  });

  app.post('/desk/orders', async (request) => {
    const session = sessionOf(request);
    const subject = registrarOf(session);
    const { person, orderId } = orderTyped.parse(request.body);
    const orders = [...new Set([...patientOf(request, person).connectOrders, orderId])];
    const inHand = subject.inHand && { ...subject.inHand, orders };
    if (!(await deps.sessions.updateWhileInHand(session, { ...subject, inHand })))
      throw new PortalFailure('portal.another-patient');
    return { orders };
  });
}
