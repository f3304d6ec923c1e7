import type { FastifyReply } from 'fastify';
import type { PatientSearch } from '#contract/session.ts';
import type { Deps } from '#server/deps.ts';
import { PortalFailure } from '#server/operations/portal-failure.ts';
import { limitPerMinute } from '#server/plugins/ours/shared-limit.ts';
import type { Subject } from '#server/session/subject.ts';

type SearchResult = Parameters<Deps['audit']['note']>[0]['result'];

/** A registrar at work looks for one patient after another; a list of birth dates to try is longer. */
export const searchesPerMinute = 10;

/**
 * Looks for the patient with a policy number and a birth date. Every search is written down, found or not, and a registrar has
 * so many a minute. Throws `portal.no-such-patient`, `portal.too-many-requests`, or why the clinics' system did not answer.
 */
export async function findPatient(
  { upstreams, vault, counts, audit, clock }: Deps,
  who: Subject,
  { policy, birthDate }: PatientSearch,
  reply: FastifyReply,
): Promise<{ readonly name: string | null }> {
  const actor = vault.pseudonym('actor', who.sub, who.world);
  const note = (result: SearchResult) =>
    audit.note(
      {
        actor,
        role: who.role,
        clinic: who.clinic,
        action: 'find-patient',
        patient: vault.pseudonym('patient', policy, who.world),
        result,
      },
      clock(),
    );
  try {
    await limitPerMinute(counts, { name: `search ${actor}`, most: searchesPerMinute }, reply, clock());
  } catch (error) {
    await note('too-many');
    throw error;
  }
  const patient = {
    ref: '',
    policy,
    birthDate,
    externalUserId: who.sub,
    actsForAnother: true,
    loopPatientId: null,
    connectOrders: [],
    world: who.world,
  };
  const asked = upstreams.findPatient?.(patient) ?? Promise.resolve({ found: false, name: null });
  const found = await asked.catch(async (error: unknown) => {
    await note('failed');
    throw error;
  });
  await note(found.found ? 'found' : 'not-found');
  if (!found.found) throw new PortalFailure('portal.no-such-patient');
  return { name: found.name };
}
