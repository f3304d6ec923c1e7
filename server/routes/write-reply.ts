import type { FastifyReply } from 'fastify';
import { sourceUnavailable } from '#server/upstreams/kit/failure-reports.ts';
import type { Operation } from '#contract/operation.ts';
import type { OperationDeps } from '#server/operations/operation-deps.ts';
import { PortalFailure } from '#server/operations/portal-failure.ts';

/**
 * A write's answer: 200 confirmed, 202 not settled, a problem where it was refused. Whoever has left the page meanwhile is told
 * in the list.
 */
export async function writeReply(reply: FastifyReply, { journal }: OperationDeps, operation: Operation) {
  if (reply.raw.closed) await journal.rows.stillToTell(operation.id);
  if (operation.state === 'refused')
    throw new PortalFailure(operation.report ?? sourceUnavailable, { operation: operation.id });
  return reply.status(operation.state === 'confirmed' ? 200 : 202).send(operation);
}
