import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '#server/deps.ts';
import { sessionOf } from '#server/plugins/ours/caller.ts';
import { actedFor } from '#server/session/subject.ts';
import { EventStreams } from './event-streams.ts';

/** How often a stream shows that it lives, and that its session does. */
const heartbeatMs = 20_000;
const reconnectMs = 2_000;

/**
 * `GET /api/events`: server-sent events, one whenever an operation of somebody's that this session acts for stands otherwise
 * than before. It names the operation and the person, never what it was about: that is asked for. A stream ends with its session.
 */
export function eventRoutes(app: FastifyInstance, { store, sessions, vault, clock }: Deps) {
  const streams = new EventStreams({
    refreshed: (session) => sessions.refreshed(session, clock()),
    peopleOf: ({ subject }) =>
      new Map(
        actedFor(subject).map(({ person, patient }) => [
          vault.pseudonym('patient', patient.policy, patient.world),
          person.ref,
        ]),
      ),
  });
  const forget = store.onAnnounced((announcement) => void streams.heard(announcement));
  app.addHook('preClose', async () => {
    forget();
    streams.end();
  });

  // Asked for its head it would listen for ever to answer nothing.
  app.get('/events', { exposeHeadRoute: false }, (request, reply) => {
    const stream = new PassThrough();
    const listener = streams.add(stream, sessionOf(request));
    const heartbeat = setInterval(() => {
      const here = () => {
        if (stream.writable) stream.write(': here\n\n');
      };
      // A database that is away for a moment ends nobody's stream.
      void streams.refresh(listener).then((lives) => lives && here(), here);
    }, heartbeatMs);
    stream.once('close', () => clearInterval(heartbeat));
    stream.write(`retry: ${reconnectMs}\n\n`);
    return reply.type('text/event-stream').header('x-accel-buffering', 'no').send(stream);
  });
}
