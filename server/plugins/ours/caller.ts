import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Person } from '#contract/person.ts';
import { ageOn } from '#contract/rules/age-category.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import type { CalendarDay } from '#contract/time.ts';
import { PortalFailure } from '#server/operations/portal-failure.ts';
import type { Asked } from '#server/operations/operation-deps.ts';
import type { Session } from '#server/session/sessions.ts';
import { actedFor } from '#server/session/subject.ts';
import type { Vault } from '#server/session/vault.ts';
import type { Patient } from '#server/upstreams/kit/patient.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; null for nobody. Set before every handler. */
    session: Session | null;
    /** Today by the clinics' clock: ages are counted by it. */
    today: CalendarDay;
  }
}

const ofAge = 18;

/** Whether a request is for the gateway itself, by its route: the address may be written in many ways. */
export const isOfTheGateway = ({ routeOptions }: FastifyRequest): boolean =>
  /^\/(api|auth)\//.test(routeOptions.url ?? '');

/** The living session, or the failure that leads to sign-in. */
export function sessionOf(request: FastifyRequest): Session {
  if (!request.session) throw new PortalFailure('portal.session-ended');
  return request.session;
}

/** Clinics, and the documents of their system, keep Moscow's time. */
export const clinicDay = (now: Date): CalendarDay => placeDay({ at: now.toISOString(), offset: '+03:00' });

/** Nobody whom this session acts for. A registrar's page may be of a patient whom another tab has put away: it must hear of that. */
export const notThere = (request: FastifyRequest): PortalFailure =>
  new PortalFailure(
    sessionOf(request).subject.role === 'registrar' ? 'portal.another-patient' : 'portal.not-found',
  );

/** A child of the session who is of age by now: from that day on they act for themselves. */
export const isGrownUp = ({ relation, birthDate }: Person, today: CalendarDay): boolean =>
  relation === 'child' && ageOn(birthDate, today) >= ofAge;

/** The patient behind a session's person; somebody that this session may not act for is not there. */
export function patientOf(request: FastifyRequest, ref: string): Patient {
  const found = actedFor(sessionOf(request).subject).find(({ person }) => person.ref === ref);
  if (!found) throw notThere(request);
  if (isGrownUp(found.person, request.today)) throw new PortalFailure('portal.grown-up');
  return found.patient;
}

/** Stable names for the journal that name nobody: who is signed in, and whom it is for. */
export const pseudonyms = (vault: Vault, request: FastifyRequest, patient: Patient) => ({
  actor: vault.pseudonym('actor', sessionOf(request).subject.sub, patient.world),
  pseudonym: vault.pseudonym('patient', patient.policy, patient.world),
});

const deskOf = (request: FastifyRequest): Asked['desk'] => {
  const { role, clinic } = sessionOf(request).subject;
  return role === 'registrar' ? { clinic } : undefined;
};

const keyHeader = z.uuid();

/** What every write needs: the patient, and the key of the person's attempt. */
export function askedBy(vault: Vault, request: FastifyRequest, ref: string): Asked {
  const patient = patientOf(request, ref);
  const key = keyHeader.safeParse(request.headers['idempotency-key']);
  if (!key.success)
    throw new PortalFailure('portal.invalid-input', { fields: { 'Idempotency-Key': 'common.error.key' } });
  return {
    patient,
    key: key.data,
    session: sessionOf(request).idHash,
    desk: deskOf(request),
    ...pseudonyms(vault, request, patient),
  };
}
