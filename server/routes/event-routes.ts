import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '#server/deps.ts';
import { pseudonyms, sessionOf } from '#server/plugins/ours/caller.ts';
import { actedFor } from '#server/session/subject.ts';

/** How often a stream shows that it lives, and that its session does. */
const heartbeatMs = 20_000;
const reconnectMs = 2_000;

/**
 * `GET /api/events`: server-sent events, one whenever an operation of somebody's that this session acts for stands otherwise
 * than before. It names the operation and the person, never what it was about: that is asked for.
 */
export function eventRoutes(app: FastifyInstance, { store, sessions, vault, clock }: Deps) {
  const open = new Set<PassThrough>();
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end();
  });

  app.get('/events', (request, reply) => {
    const session = sessionOf(request);
    const people = new Map(
      actedFor(session.subject).map(({ person, patient }) => [
        pseudonyms(vault, request, patient).pseudonym,
        person.ref,
      ]),
    );
    const stream = new PassThrough();
    const say = (text: string) => {
      if (stream.writable) stream.write(`${text}\n\n`);
    };
    const forget = store.onAnnounced(({ operation, patient }) => {
      const person = people.get(patient);
      if (person !== undefined) say(`event: operation\ndata: ${JSON.stringify({ operation, person })}`);
    });
    const heartbeat = setInterval(() => {
      void sessions
        .isAlive(session, clock())
        .then((alive) => (alive ? say(': here') : stream.end()))
        .catch(() => say(': here'));
    }, heartbeatMs);
    open.add(stream);
    stream.once('close', () => {
      clearInterval(heartbeat);
      forget();
      open.delete(stream);
    });
    say(`retry: ${reconnectMs}`);
    return reply.type('text/event-stream').header('x-accel-buffering', 'no').send(stream);
  });
}
