import type { AddressInfo } from 'node:net';
import { generateKeyPair } from 'jose';
import { buildSandbox } from '../app.ts';
import { openKeys } from '../identity/keys.ts';
import { openStore, type Row } from '../store/store.ts';
import { handPause } from './hand-pause.ts';

/** The tests' present moment: a Monday, noon by the clinics' clock. */
export const monday = '2026-11-23T12:00:00+03:00';
export const issuer = 'http://localhost:3100/identity';

type Method = 'GET' | 'POST' | 'DELETE';

interface Question {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | object;
}

export interface Reply<Body = unknown> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The JSON of the answer; null where it has none. */
  readonly body: Body;
}

export interface World {
  readonly name: string;
  ask<Body>(method: Method, url: string, question?: Question): Promise<Reply<Body>>;
  /** The next `times` calls of the operation are answered so. */
  play(operation: string, answer: string, times?: number, delayMs?: number): Promise<void>;
  setClock(now: string | null): Promise<void>;
  /** The requests that this world saw of an operation. */
  seen(operation: string): Promise<Row[]>;
  /** What the database holds; `$1` is the world. */
  rows(sql: string, ...parameters: unknown[]): Promise<Row[]>;
}

const parsed = (text: string) => {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
};

/** The real sandbox over a database in memory, with a clock that stands at `monday` until a test moves it. */
export async function openSandbox() {
  const store = await openStore({ memory: true });
  const portal = await generateKeyPair('RS256');
  const keys = { ...(await openKeys(null)), connectClient: portal.publicKey };
  const clock = { now: new Date(monday) };
  const { pause, next } = handPause();
  const app = await buildSandbox({ store, keys, issuer, clock: () => clock.now, pause });
  let worlds = 0;

  const enter = (name: string): World => {
    const ask = async <Body>(
      method: Method,
      url: string,
      { token, headers, body }: Question = {},
    ): Promise<Reply<Body>> => {
      const reply = await app.inject({
        method,
        url,
        headers: {
          'x-sandbox-world': name,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: body }),
      });
      const text = reply.body;
      return { status: reply.statusCode, headers: reply.headers, text, body: parsed(text) };
    };
    const control = async <Body>(method: Method, path: string, body?: object) => {
      const reply = await ask<Body>(method, `/__sandbox/${path}`, body ? { body } : {});
      if (reply.status >= 400) throw new Error(`The sandbox refused ${method} ${path}: ${reply.text}`);
      return reply;
    };
    return {
      name,
      ask,
      play: async (operation, answer, times = 1, delayMs) =>
        void (await control('POST', 'scenarios', { operation, answer, times, delayMs })),
      setClock: async (now) => void (await control('POST', 'clock', { now })),
      seen: async (operation) =>
        (await control<{ requests: Row[] }>('GET', `requests?operation=${operation}`)).body.requests,
      rows: (sql, ...parameters) => store.query(sql, [name, ...parameters]),
    };
  };

  return {
    app,
    store,
    keys,
    clock,
    /** Signs as the portal does when it asks Connect for a token. */
    portalKey: portal.privateKey,
    enter,
    nextPause: next,
    /** Opens a real port, and says where. */
    listen: async () => {
      await app.listen({ port: 0, host: '127.0.0.1' });
      return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    },
    /** A world that no other test knows. */
    freshWorld: () => enter(`test-${(worlds += 1)}`),
    close: async () => {
      await app.close();
      await store.close();
    },
  };
}

export type OpenSandbox = Awaited<ReturnType<typeof openSandbox>>;
