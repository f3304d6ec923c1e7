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

  // Asked for its head it would listen for ever to answer nothing.
  app.get('/events', { exposeHeadRoute: false }, (request, reply) => {
    const session = sessionOf(request);
    const stream = new PassThrough();
    const say = (text: string) => {
      if (stream.writable) stream.write(`${text}\n\n`);
    };
    const tell = async ({ operation, patient }: { operation: string; patient: string }) => {
      // Read again each time: a registrar has another patient in hand by now, or has signed out.
      const living = await sessions.refreshed(session, clock());
      if (!living) return stream.end();
      const about = actedFor(living.subject).find(
        (acted) => pseudonyms(vault, request, acted.patient).pseudonym === patient,
      );
      if (about) say(`event: operation\ndata: ${JSON.stringify({ operation, person: about.person.ref })}`);
    };
    const forget = store.onAnnounced((announcement) => {
      void tell(announcement).catch(() => stream.end());
    });
    const heartbeat = setInterval(() => {
      void sessions
        .refreshed(session, clock())
        .then((living) => (living ? say(': here') : stream.end()))
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
