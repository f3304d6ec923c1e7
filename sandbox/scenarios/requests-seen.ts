import type { FastifyRequest } from 'fastify';
import type { Store } from '../store/store.ts';

/** Keeps what was asked for a spec to look at; of the authorisation only its scheme. */
export async function keepRequest(store: Store, world: string, operation: string, request: FastifyRequest) {
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

/** The requests that a world saw, in order; of one operation where it is named. */
export const requestsSeen = (store: Store, world: string, operation: string | undefined) =>
  store.query(
    'select operation, method, path, query, headers, body, seen_at as at from requests_seen where world = $1 and ($2::text is null or operation = $2) order by id',
    [world, operation ?? null],
  );
