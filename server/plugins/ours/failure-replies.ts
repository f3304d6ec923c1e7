import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import { failures } from '#contract/failures.ts';
import type { FailureReport, Problem } from '#contract/operation.ts';
import { FailedAfterSend } from '#server/operations/failed-after-send.ts';
import { PortalFailure } from '#server/operations/portal-failure.ts';
import { ReadFailure } from '#server/upstreams/kit/read-failure.ts';

/** A failure as `application/problem+json`, without personal data of its own making. */
export const problemOf = (
  report: FailureReport,
  {
    operation = null,
    fields = null,
  }: { operation?: string | null; fields?: Readonly<Record<string, string>> | null } = {},
): Problem => ({
  type: `urn:talon:failure:${report.failure}`,
  title: report.failure,
  status: failures[report.failure].status,
  ...report,
  operation,
  ...(fields ? { fields } : {}),
});

const plain = (failure: FailureReport['failure']): FailureReport => ({
  failure,
  upstream: null,
  facts: {},
  text: null,
});

function reportOf(error: unknown): Problem | null {
  if (error instanceof PortalFailure) return problemOf(error.report, error);
  if (error instanceof ReadFailure) return problemOf(error.report);
  if (isZodError(error))
    return problemOf(plain('portal.invalid-input'), {
      fields: Object.fromEntries(error.issues.map(({ path, message }) => [path.join('.'), message])),
    });
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') {
    if (error.statusCode === 429) return problemOf(plain('portal.too-many-requests'));
    if (error.statusCode >= 400 && error.statusCode < 500)
      return { ...problemOf(plain('portal.invalid-input')), status: error.statusCode };
    if (error.statusCode === 503) return { ...problemOf(plain('portal.unexpected')), status: 503 };
  }
  return null;
}

/** Every write is in the journal before it is sent, so that what broke before that has sent nothing. */
function unexpectedOn({ headers }: FastifyRequest, error: unknown): Problem {
  if (error instanceof FailedAfterSend) return { ...problemOf(plain('portal.outcome-unknown')), status: 500 };
  return problemOf(plain('idempotency-key' in headers ? 'portal.not-sent' : 'portal.unexpected'));
}

/** zod and zod/mini have error classes of one ancestor that is not exported; its shape tells. */
const isZodError = (error: unknown): error is ZodError =>
  error instanceof ZodError || (error instanceof Error && 'issues' in error && Array.isArray(error.issues));

/** Every failure of the API leaves through here; what nobody named is logged and says only that we broke. */
export function failureReplies(app: FastifyInstance) {
  app.setErrorHandler((error, request, reply) => {
    const known = reportOf(error);
    if (!known) request.log.error({ err: error }, 'unexpected');
    return sendProblem(reply, known ?? unexpectedOn(request, error));
  });
}

/** An address that cannot be read (`/%zz`): Fastify asks before any hook, and would repeat it to whoever sent it. */
export const unreadableAddress = (_error: unknown, _request: unknown, reply: FastifyReply) =>
  void sendProblem(reply.header('cache-control', 'no-store'), {
    ...problemOf(plain('portal.invalid-input')),
    status: 400,
  });

const sendProblem = (reply: FastifyReply, problem: Problem) =>
  reply.status(problem.status).type('application/problem+json').send(problem);
