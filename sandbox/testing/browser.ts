import type { FastifyInstance } from 'fastify';
import { issuer } from './open-sandbox.ts';

const here = new URL(issuer);

/** Where a journey through redirects ended. */
export interface Page {
  readonly status: number;
  readonly url: URL;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Keeps cookies and follows redirects within the sandbox, as a person's browser does; where one leads elsewhere, it stops. */
export function openBrowser(app: FastifyInstance, world?: string) {
  const jar = new Map<string, string>();

  const step = async (method: 'GET' | 'POST', url: URL, form?: Readonly<Record<string, string>>) => {
    const reply = await app.inject({
      method,
      url: `${url.pathname}${url.search}`,
      headers: {
        host: here.host,
        'accept-language': 'en',
        ...(world ? { 'x-sandbox-world': world } : {}),
        ...(jar.size ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
    });
    for (const { name, value, expires } of reply.cookies)
      if (value === '' || (expires && expires.getTime() === 0)) jar.delete(name);
      else jar.set(name, value);
    return reply;
  };

  const go = async (
    method: 'GET' | 'POST',
    to: string,
    form?: Readonly<Record<string, string>>,
  ): Promise<Page> => {
    const url = new URL(to, here);
    const { statusCode: status, headers, body: text } = await step(method, url, form);
    if (headers.location === undefined) return { status, url, text, headers };
    const next = new URL(headers.location, url);
    return next.origin === here.origin ? go('GET', next.href) : { status, url: next, text, headers };
  };

  return {
    open: (url: string) => go('GET', url),
    send: (url: string, form: Readonly<Record<string, string>>) => go('POST', url, form),
  };
}

export type Browser = ReturnType<typeof openBrowser>;
