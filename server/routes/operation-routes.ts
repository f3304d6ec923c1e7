import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#server/deps.ts';
import { PortalFailure } from '#server/operations/portal-failure.ts';
import { patientOf, pseudonyms, sessionOf } from '#server/plugins/ours/caller.ts';
import { actedFor } from '#server/session/subject.ts';
import { sendClaimed } from '#server/operations/scheduled-sender.ts';
import { calledHere } from './called-here.ts';
import { writeReply } from './write-reply.ts';

/** How writes stand: one of them, and those of a person's that are still to be told of. */
export function operationRoutes(app: FastifyInstance, { operations, vault }: Deps) {
  const { journal } = operations;

  app.get('/operations', async (request) => {
    const { person } = z.object({ person: z.string() }).parse(request.query);
    const { actor, pseudonym } = pseudonyms(vault, request, patientOf(request, person));
    const toTell = await journal.rows.toTell({ actor, patient: pseudonym });
    return { operations: toTell.map((operation) => calledHere(operation, person)) };
  });

  /** An operation that this session asked for, for somebody whom it acts for now; anybody else's is not there. */
  const mine = async (request: FastifyRequest) => {
    const { id } = z.object({ id: z.uuid() }).parse(request.params);
    for (const { person, patient } of actedFor(sessionOf(request).subject)) {
      const { actor, pseudonym } = pseudonyms(vault, request, patient);
      const found = await journal.find(actor, id);
      if (found?.row.patient === pseudonym)
        return { ...found, operation: calledHere(found.operation, person.ref) };
    }
    throw new PortalFailure('portal.not-found');
  };

  app.get('/operations/:id', async (request) => (await mine(request)).operation);

  app.post('/operations/:id/undo', async (request) => {
    const open = await mine(request);
    return calledHere(await journal.undo(open), open.operation.person);
  });

  app.post('/operations/:id/send', async (request, reply) => {
    const { row, operation } = await mine(request);
    const claimed = await operations.scheduled.claim(row.id);
    const sent = claimed ? await sendClaimed(operations, claimed) : await journal.current(row.id);
    return writeReply(reply, operations, calledHere(sent ?? operation, operation.person));
  });

  app.post('/operations/:id/seen', async (request, reply) => {
    await journal.told(await mine(request));
    return reply.status(204).send();
  });
}
