import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Store } from '../store/store.ts';
import type { Worlds } from '../store/worlds.ts';

/** What a vendor answers: a status, perhaps a body, perhaps headers. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Call {
  readonly request: FastifyRequest;
  readonly world: string;
  readonly now: Date;
}

/** An answer that a scenario may name; some are filled in from the call that they answer. */
export type Told = Answer | ((call: Call) => Promise<Answer>);

export interface Witness {
  readonly store: Store;
  readonly worlds: Worlds;
  /**
   * A handler that logs the call, plays the scenario that its world was told to play, and else answers truly.
   * `documented` are the answers that a scenario may name for this operation.
   */
  handle(
    operation: string,
    answer: (call: Call) => Promise<Answer>,
    documented?: Readonly<Record<string, Told>>,
  ): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
}

const slowMs = 2_500;

/** The world that a request belongs to; `main` where it names none. */
export function worldOf(request: FastifyRequest): string {
  const named = request.headers['x-sandbox-world'];
  return typeof named === 'string' && /^[a-z0-9-]{1,60}$/.test(named) ? named : 'main';
}

const faultAnswers: Readonly<Record<string, Answer>> = {
  down: { status: 503, body: { message: 'Service Unavailable' } },
  '429': { status: 429, headers: { 'retry-after': '1' } },
  'server-error': { status: 500, body: 'Internal Server Error' },
  html: { status: 200, body: '<!doctype html><title>Вход</title>', headers: { 'content-type': 'text/html' } },
  empty: { status: 200 },
  'other-shape': { status: 400, body: { fault: { reason: ['не та форма'] } } },
};

export function createWitness(store: Store, worlds: Worlds): Witness {
  const take = (world: string, operation: string) =>
    store.transaction(async (db) => {
      const [scenario] = await db.query<{ id: string; answer: string }>(
        'select id, answer from scenarios where world = $1 and operation = $2 and times > 0 order by id limit 1 for update',
        [world, operation],
      );
      if (!scenario) return null;
      await db.query('update scenarios set times = times - 1 where id = $1', [scenario.id]);
      return scenario.answer;
    });

  return {
    store,
    worlds,
    handle:
      (operation, answer, documented = {}) =>
      async (request, reply) => {
        const world = worldOf(request);
        await worlds.enter(world);
        await logRequest(store, world, operation, request);
        const call = { request, world, now: await worlds.now(world) };
        const scenario = await take(world, operation);
        switch (scenario) {
          case 'slow':
            await wait(slowMs);
            return send(reply, await answer(call));
          case 'hang':
            return reply.hijack();
          case 'reset':
            return cut(request, reply);
          case 'hang-after-commit':
            await answer(call);
            return reply.hijack();
          case 'reset-after-commit':
            await answer(call);
            return cut(request, reply);
          case null:
            return send(reply, await answer(call));
          default: {
            const told = documented[scenario] ?? faultAnswers[scenario];
            if (!told) throw new Error(`The scenario ${scenario} is not known for ${operation}`);
            return send(reply, typeof told === 'function' ? await told(call) : told);
          }
        }
      },
  };
}

function cut(request: FastifyRequest, reply: FastifyReply) {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

function send(reply: FastifyReply, { status, body, headers = {} }: Answer) {
  void reply.status(status).headers(headers);
  if (body === undefined) return reply.send();
  return typeof body === 'string' && !headers['content-type']
    ? reply.type('text/plain').send(body)
    : reply.send(body);
}

/** Keeps what was asked for a spec to look at; of the authorisation only its scheme. */
async function logRequest(store: Store, world: string, operation: string, request: FastifyRequest) {
  const { authorization, ...headers } = request.headers;
  await store.query(
    'insert into requests_seen (world, operation, method, path, query, headers, body) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      world,
      operation,
      request.method,
      request.url.split('?')[0],
      JSON.stringify(request.query),
      JSON.stringify({
        ...headers,
        ...(authorization ? { authorization: authorization.split(' ')[0] } : {}),
      }),
      JSON.stringify(request.body ?? null),
    ],
  );
}
