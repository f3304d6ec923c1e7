import { randomUUID } from 'node:crypto';
import { bookingList, type Booking, type Source } from '#contract/booking.ts';
import { operation, type Operation } from '#contract/operation.ts';
import { session } from '#contract/session.ts';

export interface PortalReply {
  readonly status: number;
  readonly body: unknown;
}

type Headers = Record<string, string>;

/** The portal's page in a browser: it keeps cookies, and says what our page says. */
export class PortalBrowser {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();
  /** Whom the page believes to be signed in. */
  #account = '';

  constructor(url: string) {
    this.#url = url;
  }

  /** Goes to the identity provider and back, as somebody of a world. */
  async signIn(world: string, account: string): Promise<void> {
    const headers = { 'x-sandbox-world': world };
    const asked = await this.#follow(`${this.#url}/auth/login?return=/bookings`, { headers });
    const page = await this.#fetch(asked, { headers });
    await page.text();
    const chosen = await this.#fetch(asked, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ account }).toString(),
    });
    await this.#follow(new URL(chosen.headers.get('location') ?? '', asked).href, { headers });
    const who = session.parse((await this.get('/api/session')).body);
    this.#account = who.authenticated ? who.account : '';
  }

  get(path: string): Promise<PortalReply> {
    return this.send('GET', path);
  }

  #ours(): Headers {
    return { 'x-portal': '1', 'x-portal-account': this.#account };
  }

  /** A write that has no key. */
  write(method: 'POST' | 'DELETE', path: string, body?: object): Promise<PortalReply> {
    return this.send(method, path, { headers: { 'x-portal': '1' }, body });
  }

  /** A write with a key of its own, unless one is given. */
  keyed(
    method: 'POST' | 'DELETE',
    path: string,
    { body, key = randomUUID() }: { body?: object | undefined; key?: string } = {},
  ): Promise<PortalReply> {
    return this.send(method, path, { headers: { 'x-portal': '1', 'idempotency-key': key }, body });
  }

  async send(
    method: string,
    path: string,
    { headers = {}, body }: { headers?: Headers; body?: object | undefined } = {},
  ): Promise<PortalReply> {
    const reply = await this.#fetch(`${this.#url}${path}`, {
      method,
      headers: {
        ...('x-portal' in headers ? this.#ours() : {}),
        ...headers,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await reply.text();
    const json = /json/.test(reply.headers.get('content-type') ?? '');
    return { status: reply.status, body: json ? JSON.parse(text) : text };
  }

  /** The first thing that the stream of events says. */
  async listen(): Promise<void> {
    const leave = new AbortController();
    const reply = await this.#fetch(`${this.#url}/api/events`, { signal: leave.signal });
    await reply.body?.getReader().read();
    leave.abort();
  }

  async bookings(source: Source, person = 'self'): Promise<readonly Booking[]> {
    const { body } = await this.get(`/api/bookings/${source}?person=${person}`);
    return bookingList.parse(body).bookings;
  }

  async person(): Promise<string> {
    const who = session.parse((await this.get('/api/session')).body);
    const [first] = who.authenticated ? who.people : [];
    if (!first) throw new Error('nobody is in hand');
    return first.ref;
  }

  async cancel(booking: Booking, choice: object = {}): Promise<PortalReply> {
    const { source, id, person } = booking;
    return this.keyed('POST', `/api/bookings/${source}/${id}/cancel`, { body: { person, ...choice } });
  }

  /** Goes on as long as it is sent on; answers the last address. */
  async #follow(start: string, init: RequestInit): Promise<string> {
    let at = start;
    for (;;) {
      // What comes after the sign-in is a page, and no part of the API.
      if (at === `${this.#url}/bookings`) return at;
      const reply = await this.#fetch(at, init);
      await reply.text();
      const next = reply.headers.get('location');
      if (next === null) return at;
      at = new URL(next, at).href;
    }
  }

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers as Headers | undefined), ...(cookie ? { cookie } : {}) },
    });
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return reply;
  }
}

/** The operation that a write was answered with. */
export const operationIn = ({ body }: PortalReply): Operation => operation.parse(body);
