import type { FastifyInstance } from 'fastify';

/** How long requests that are under way may take once the server stops; what they wrote is in the journal. */
const drainMs = 4_000;
const closeIdleEveryMs = 100;

/**
 * Lets the server stop in time: a connection that a client keeps alive is closed with its last answer, and one that is still
 * busy after the drain is cut. Without it a stop waits for every client to let go.
 */
export function draining(app: FastifyInstance) {
  let isClosing = false;
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
  app.addHook('preClose', async () => {
    isClosing = true;
    const { server } = app;
    const idle = setInterval(() => server.closeIdleConnections(), closeIdleEveryMs);
    const cut = setTimeout(() => server.closeAllConnections(), drainMs);
    server.once('close', () => {
      clearInterval(idle);
      clearTimeout(cut);
    });
  });
}
