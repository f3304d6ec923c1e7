import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { worldOf, type Witness } from './witness.ts';

const scenario = z.object({ operation: z.string(), answer: z.string(), times: z.int().min(0).default(1) });
const clock = z.object({ now: z.iso.datetime({ offset: true }).nullable() });

/** `/__sandbox/*`: how a test tells its world what to do, and asks what it saw. */
export function controlRoutes(app: FastifyInstance, { store, worlds }: Witness) {
  app.addHook('preHandler', async (request) => {
    if (request.url !== '/__sandbox/reset') await worlds.enter(worldOf(request));
  });
  app.post('/scenarios', async (request, reply) => {
    const { operation, answer, times } = scenario.parse(request.body);
    const world = worldOf(request);
    await store.query('delete from scenarios where world = $1 and operation = $2', [world, operation]);
    if (times > 0)
      await store.query('insert into scenarios (world, operation, answer, times) values ($1, $2, $3, $4)', [
        world,
        operation,
        answer,
        times,
      ]);
    return reply.status(204).send();
  });
  app.delete('/scenarios', async (request, reply) => {
    await store.query('delete from scenarios where world = $1', [worldOf(request)]);
    return reply.status(204).send();
  });
  app.get('/requests', async (request) => {
    const { operation } = z.object({ operation: z.string().optional() }).parse(request.query);
    const requests = await store.query(
      'select operation, method, path, query, headers, body, seen_at as at from requests_seen where world = $1 and ($2::text is null or operation = $2) order by id',
      [worldOf(request), operation ?? null],
    );
    return { requests };
  });
  app.post('/reset', async (request, reply) => {
    await worlds.reset(worldOf(request));
    await worlds.enter(worldOf(request));
    return reply.status(204).send();
  });
  app.post('/clock', async (request, reply) => {
    const { now } = clock.parse(request.body);
    await worlds.setClock(worldOf(request), now === null ? null : new Date(now));
    return reply.status(204).send();
  });
}
