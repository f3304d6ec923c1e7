import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { moveInput } from '#contract/operation.ts';
import type { Deps } from '#server/deps.ts';
import { moveTimesOf, moveVisit } from '#server/operations/move-visit.ts';
import { askedBy, patientOf, pseudonyms } from '#server/plugins/ours/caller.ts';
import { writeReply } from './write-reply.ts';

const visit = z.object({ id: z.string().max(100) });

/** Moving a visit to another time where its upstream does that by itself. */
export function moveRoutes(app: FastifyInstance, deps: Deps) {
  const { operations } = deps;

  app.get('/bookings/visits/:id/times', async (request) => {
    const { person } = z.object({ person: z.string() }).parse(request.query);
    const patient = patientOf(request, person);
    const { pseudonym } = pseudonyms(deps.vault, request, patient);
    return { times: await moveTimesOf(operations, { patient, pseudonym }, visit.parse(request.params).id) };
  });

  app.post('/bookings/visits/:id/move', async (request, reply) => {
    const { person, timeId } = moveInput.parse(request.body);
    const asked = askedBy(deps.vault, request, person);
    const { id } = visit.parse(request.params);
    return writeReply(reply, operations, await moveVisit(operations, asked, id, timeId));
  });
}
