import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the upstream was asked. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How the upstream answers one call, politely or not. */
export type Play = (response: ServerResponse, seen: Seen) => void;

/** An object goes as JSON, text goes as it is. */
export const answer =
  (status: number, body: unknown = '', headers: Readonly<Record<string, string>> = {}): Play =>
  (response) => {
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  };

/** The connection is cut without a word. */
export const reset: Play = (response) => {
  response.socket?.destroy();
};

export const hang: Play = () => {};

/** A page where JSON was expected, as a proxy or a sign-in wall sends it. */
export const page = answer(200, '<!doctype html><title>Вход</title>', { 'content-type': 'text/html' });

/** A real server on a free port that answers what its test tells it to and keeps what it was asked. */
export async function startStubUpstream() {
  const plays = new Map<string, Play[]>();
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split('?');
    void text(request).then((body) => {
      const method = request.method ?? '';
      const call = {
        method,
        path,
        query: Object.fromEntries(new URLSearchParams(query)),
        headers: request.headers,
        body,
      };
      seen.push(call);
      const queue = plays.get(`${method} ${path}`) ?? plays.get('*') ?? [];
      const play = queue.length > 1 ? queue.shift() : queue[0];
      (play ?? answer(501, 'the test did not expect this call'))(response, call);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    /** The calls of one `METHOD /path`, in order. */
    seenAt: (route: string) => seen.filter(({ method, path }) => `${method} ${path}` === route),
    /** How `METHOD /path`, or `*` for the rest, is answered from now on: in order, the last one for ever. */
    on: (route: string, ...answers: Play[]) => {
      plays.set(route, answers);
    },
    close: async () => {
      const closed = once(server.close(), 'close');
      server.closeAllConnections();
      await closed;
    },
  };
}

export type StubUpstream = Awaited<ReturnType<typeof startStubUpstream>>;
