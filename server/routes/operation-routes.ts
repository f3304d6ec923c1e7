import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#server/deps.ts';
import { PortalFailure } from '#server/operations/portal-failure.ts';
import { Resettler } from '#server/operations/resettle.ts';
import { pseudonyms, sessionOf } from '#server/plugins/ours/caller.ts';
import { actedFor } from '#server/session/subject.ts';

/** How a write stands. Asking is what settles one that was not. */
export function operationRoutes(app: FastifyInstance, deps: Deps) {
  const resettler = new Resettler({ ...deps, db: deps.store.db });

  app.get('/operations/:id', async (request) => {
    const { id } = z.object({ id: z.uuid() }).parse(request.params);
    for (const { patient } of actedFor(sessionOf(request).subject)) {
      const { actor, pseudonym } = pseudonyms(deps.vault, request, patient);
      const found = await deps.journal.find(actor, id);
      if (found?.row.patient === pseudonym) return resettler.look(found.operation, patient, pseudonym);
    }
    throw new PortalFailure('portal.not-found');
  });
}
