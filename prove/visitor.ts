import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { operation, problem, type Operation } from '#contract/operation.ts';

/** How often somebody who got no answer presses again, with the same key. */
const againMs = 150;

/** How a write ended for whoever asked for it: `open` where they stopped waiting before it had. */
export interface Ended {
  readonly state: 'confirmed' | 'refused' | 'open';
  readonly operation: string | null;
  readonly booking: Operation['booking'];
  readonly hold: Operation['hold'];
  /** How many presses were not answered, because somebody was killed. */
  readonly unanswered: number;
}
type Answer = Omit<Ended, 'unanswered'>;

export interface Write {
  readonly path: string;
  readonly key: string;
  readonly body: object;
}

const signedIn = z.object({ account: z.string() });
const open: Answer = { state: 'open', operation: null, booking: null, hold: null };

const answerIn = ({ id, state, booking, hold }: Operation): Answer =>
  state === 'confirmed' || state === 'refused' ? { state, operation: id, booking, hold } : open;

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams;
}

/** Somebody in a browser: cookies, the headers that our page sends, and the patience to press again. */
export function visitor(address: string) {
  const cookies = new Map<string, string>();
  /** Whom the page believes to be signed in. */
  let account = '';

  const ask = async (url: URL, init: Asked = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(url, {
      ...init,
      headers: { ...init.headers, ...(cookie ? { cookie } : {}) },
      redirect: 'manual',
      signal: AbortSignal.timeout(12_000),
    });
    for (const line of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    return { status: reply.status, location: reply.headers.get('location'), text: await reply.text() };
  };

  /** Goes where the answers lead, and stops at the first page. */
  const follow = async (from: URL, init?: Asked): Promise<URL> => {
    const { location } = await ask(from, init);
    return location === null ? from : follow(new URL(location, from));
  };

  /** One press. */
  const press = async ({ path, key, body }: Write): Promise<Answer> => {
    const { status, text } = await ask(new URL(path, address), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        'x-portal': '1',
        'x-portal-account': account,
        origin: address,
      },
      body: JSON.stringify(body),
    });
    if (status === 200 || status === 202) return answerIn(operation.parse(JSON.parse(text)));
    const said = problem.parse(JSON.parse(text));
    if (said.operation !== null) return { ...open, state: 'refused', operation: said.operation };
    // Nothing was written down, or it was and could not be read: the same key finds out.
    if (status >= 500 || status === 429) return open;
    throw new Error(`POST ${path} was answered ${status} ${said.failure}`);
  };

  return {
    signIn: async (who: string) => {
      const page = await follow(new URL('/auth/login', address));
      await follow(page, { method: 'POST', body: new URLSearchParams({ account: who }) });
      const { text } = await ask(new URL('/api/session', address));
      account = signedIn.parse(JSON.parse(text)).account;
    },
    read: async (path: string): Promise<unknown> => {
      const { status, text } = await ask(new URL(path, address));
      if (status !== 200) throw new Error(`GET ${path} was answered ${status}: ${text}`);
      return JSON.parse(text);
    },
    /** Presses with the same key until the write has ended, or `enough` of it. */
    write: async (what: Write, enough: () => boolean): Promise<Ended> => {
      for (let unanswered = 0; ;) {
        const answer = await press(what).catch((error: unknown) => {
          // No connection, or one that broke: the process behind it was killed.
          if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
          unanswered += 1;
          return open;
        });
        if (answer.state !== 'open' || enough()) return { ...answer, unanswered };
        await pause(againMs);
      }
    },
  };
}

export type Visitor = ReturnType<typeof visitor>;
