import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { bookTimeInput, requestInput } from '#contract/operation.ts';
import type { Deps } from '#server/deps.ts';
import { bookTime } from '#server/operations/book-time.ts';
import { requestTimes } from '#server/operations/request-times.ts';
import { askedBy, patientOf } from '#server/plugins/ours/caller.ts';
import { writeReply } from './write-reply.ts';

/** Requests for a technician's visit. */
export function requestRoutes(app: FastifyInstance, deps: Deps) {
  const { operations } = deps;

  app.get('/orders', (request) => {
    const { person } = z.object({ person: z.string() }).parse(request.query);
    return { orders: patientOf(request, person).connectOrders };
  });

  app.post('/requests', async (request, reply) => {
    const input = requestInput.parse(request.body);
    return writeReply(
      reply,
      operations,
      await requestTimes(operations, askedBy(deps.vault, request, input.person), input),
    );
  });

  app.post('/requests/:id/book', async (request, reply) => {
    const { id } = z.object({ id: z.string() }).parse(request.params);
    const { person, timeId } = bookTimeInput.parse(request.body);
    return writeReply(
      reply,
      operations,
      await bookTime(operations, askedBy(deps.vault, request, person), id, timeId),
    );
  });
}
