import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#server/deps.ts';
import { PortalFailure } from '#server/operations/portal-failure.ts';
import { patientOf, pseudonyms, sessionOf } from '#server/plugins/ours/caller.ts';
import { actedFor } from '#server/session/subject.ts';

/** How writes stand: one of them, and those of a person's that are not settled yet. */
export function operationRoutes(app: FastifyInstance, { operations, vault }: Deps) {
  const { journal } = operations;

  app.get('/operations', async (request) => {
    const { person } = z.object({ person: z.string() }).parse(request.query);
    const { pseudonym } = pseudonyms(vault, request, patientOf(request, person));
    return { operations: await journal.rows.unsettled(pseudonym) };
  });

  app.get('/operations/:id', async (request) => {
    const { id } = z.object({ id: z.uuid() }).parse(request.params);
    for (const { patient } of actedFor(sessionOf(request).subject)) {
      const { actor, pseudonym } = pseudonyms(vault, request, patient);
      const found = await journal.find(actor, id);
      if (found?.row.patient === pseudonym) return found.operation;
    }
    throw new PortalFailure('portal.not-found');
  });
}
