import { once } from 'node:events';
import type { FastifyInstance } from 'fastify';
import type { Pause } from './faults.ts';

/**
 * Shuts the sandbox's port for a while, so that a connection is truly refused and a caller knows that nothing was sent.
 * A port cannot refuse one world and serve another: while it is shut, it is shut for all of them.
 */
export function createPort(app: FastifyInstance, pause: Pause) {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  return {
    shut: async (forMs: number): Promise<void> => {
      const address = app.server.address();
      if (address === null || typeof address === 'string') return;
      const shut = once(app.server, 'close');
      app.server.close();
      app.server.closeAllConnections();
      await shut;
      await pause(forMs);
      if (!closing) app.server.listen(address.port, address.address);
    },
  };
}

export type Port = ReturnType<typeof createPort>;
