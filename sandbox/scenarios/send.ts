import type { FastifyReply } from 'fastify';
import type { Answer } from './witness.ts';

/** Sends an answer as it is: text as text, everything else as JSON, nothing as nothing. */
export function send(reply: FastifyReply, { status, body, headers = {} }: Answer) {
  void reply.status(status).headers(headers);
  if (body === undefined) return reply.send();
  return typeof body === 'string' && !headers['content-type']
    ? reply.type('text/plain').send(body)
    : reply.send(body);
}
