import type { FastifyInstance } from 'fastify';
import { waitInput } from '#contract/waiting.ts';
import type { Deps } from '#server/deps.ts';
import { waitForTime } from '#server/operations/wait-for-time.ts';
import { askedBy } from '#server/plugins/ours/caller.ts';
import { writeReply } from './write-reply.ts';

/** The waiting list of a clinic, where no time is free. */
export function waitingRoutes(app: FastifyInstance, deps: Deps) {
  const { operations } = deps;

  app.post('/waiting', async (request, reply) => {
    const input = waitInput.parse(request.body);
    const asked = askedBy(deps.vault, request, input.person);
    return writeReply(reply, operations, await waitForTime(operations, asked, input));
  });
}
