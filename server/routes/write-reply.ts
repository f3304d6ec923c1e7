import type { FastifyReply } from 'fastify';
import { sourceUnavailable } from '#server/upstreams/kit/failure-reports.ts';
import type { Operation } from '#contract/operation.ts';
import { PortalFailure } from '#server/operations/portal-failure.ts';

/** A write's answer: 200 confirmed, 202 not settled, a problem where it was refused. */
export function writeReply(reply: FastifyReply, operation: Operation) {
  if (operation.state === 'refused')
    throw new PortalFailure(operation.report ?? sourceUnavailable, { operation: operation.id });
  return reply.status(operation.state === 'confirmed' ? 200 : 202).send(operation);
}
