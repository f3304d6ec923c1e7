import { randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';

type Headers = Record<string, string>;
type Body = NonNullable<InjectOptions['payload']>;

/** The portal in a browser, as far as the server can see: it keeps cookies, and its page sends what ours sends. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** Whom the page believes to be signed in: what the portal said last. */
  account: string | null = null;
  readonly #app: FastifyInstance;
  readonly #origin: string;

  constructor(app: FastifyInstance, origin: string) {
    this.#app = app;
    this.#origin = origin;
  }

  get(url: string, headers: Headers = {}): Promise<LightMyRequestResponse> {
    return this.send({ method: 'GET', url, headers });
  }

  /** A write of our own page's, with a key of its own. */
  post(url: string, body: Body = {}, headers: Headers = {}): Promise<LightMyRequestResponse> {
    return this.send({ method: 'POST', url, payload: body, headers: { ...this.ours(), ...headers } });
  }

  delete(url: string, headers: Headers = {}): Promise<LightMyRequestResponse> {
    return this.send({ method: 'DELETE', url, headers: { ...this.ours(), ...headers } });
  }

  /** What a browser and our page add to a write. */
  ours(): Headers {
    return {
      origin: this.#origin,
      'sec-fetch-site': 'same-origin',
      'x-portal': '1',
      'idempotency-key': randomUUID(),
      ...(this.account === null ? {} : { 'x-portal-account': this.account }),
    };
  }

  /** Anything at all, with the cookies. */
  async send(request: InjectOptions): Promise<LightMyRequestResponse> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.#app.inject({
      ...request,
      headers: { ...(cookie ? { cookie } : {}), ...request.headers },
    });
    for (const { name, value, maxAge, expires } of response.cookies)
      if (maxAge === 0 || expires?.getTime() === 0) this.cookies.delete(name);
      else this.cookies.set(name, value);
    if (request.url === '/api/session' && response.statusCode === 200)
      this.account = response.json<{ account?: string }>().account ?? null;
    return response;
  }
}
