import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Port } from './port.ts';
import { requestsSeen } from './requests-seen.ts';
import { worldOf, type Witness } from './witness.ts';

const longestDelay = 60_000;
const duration = z.int().min(0).max(longestDelay);
const scenario = z.strictObject({
  operation: z.string(),
  answer: z.string(),
  times: z.int().min(0).max(10_000).default(1),
  /** For `slow` and `commit-later`. */
  delayMs: duration.optional(),
});
const clock = z.strictObject({ now: z.iso.datetime({ offset: true }).nullable() });
const refusal = z.strictObject({ forMs: duration });

const refuse = (message: string) => Object.assign(new Error(message), { statusCode: 400 });

/** `/__sandbox/*`: how a test tells its world what to do, and asks what it saw. */
export function controlRoutes(app: FastifyInstance, { store, worlds, answers }: Witness, port: Port) {
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof z.ZodError) return reply.status(400).send({ message: z.prettifyError(error) });
    throw error;
  });
  app.addHook('preHandler', async (request) => {
    if (request.url !== '/__sandbox/reset') await worlds.enter(worldOf(request));
  });
  app.get('/scenarios', async () => ({ operations: Object.fromEntries(answers) }));
  app.post('/scenarios', async (request, reply) => {
    const { operation, answer, times, delayMs } = scenario.parse(request.body);
    const known = answers.get(operation);
    if (!known)
      throw refuse(`No operation is called ${operation}. There are: ${[...answers.keys()].join(', ')}`);
    if (!known.includes(answer))
      throw refuse(`${operation} has no answer called ${answer}. There are: ${known.join(', ')}`);
    const world = worldOf(request);
    await store.transaction(async (db) => {
      await db.query('delete from scenarios where world = $1 and operation = $2', [world, operation]);
      await db.query(
        'insert into scenarios (world, operation, answer, times, delay_ms) values ($1, $2, $3, $4, $5)',
        [world, operation, answer, times, delayMs ?? null],
      );
    });
    return reply.status(204).send();
  });
  app.delete('/scenarios', async (request, reply) => {
    await store.query('delete from scenarios where world = $1', [worldOf(request)]);
    return reply.status(204).send();
  });
  app.get('/requests', async (request) => {
    const { operation } = z.object({ operation: z.string().optional() }).parse(request.query);
    return { requests: await requestsSeen(store, worldOf(request), operation) };
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
  app.post('/refuse', async (request, reply) => {
    const { forMs } = refusal.parse(request.body);
    reply.raw.once('close', () => void port.shut(forMs));
    return reply.status(204).header('connection', 'close').send();
  });
}
