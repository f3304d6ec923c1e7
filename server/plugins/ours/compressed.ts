import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** Smaller answers fit into one packet as they are. */
const worthwhile = 1_200;

/**
 * Answers to reads travel compressed: a list of bookings is a twentieth of its length. Nothing that a stranger's page could
 * have put into the request is in them, so their length tells nobody anything (docs/decisions/0024).
 */
export function compressed(app: FastifyInstance) {
  app.addHook('onSend', async (request, reply, payload) => {
    const accepted = request.headers['accept-encoding'] ?? '';
    if (request.method !== 'GET' || typeof payload !== 'string' || payload.length < worthwhile)
      return payload;
    if (!/\bgzip\b/.test(accepted)) return payload;
    void reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding');
    void reply.removeHeader('content-length');
    // A stream: its beginning is on its way while the end of a long list is still being compressed, on another thread.
    return Readable.from([payload]).pipe(createGzip({ level: 4 }));
  });
}
