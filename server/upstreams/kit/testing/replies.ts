import type { Answered } from '../transport.ts';

/** An upstream's answer as the transport hands it on. An object goes as JSON, text goes as it is. */
export function answered(status: number, body: unknown = '', location: string | null = null): Answered {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const json: unknown = typeof body === 'string' ? undefined : body;
  return { kind: 'answered', status, location, retryAfter: null, text, json };
}

export const silent = { kind: 'silent' } as const;
export const unsent = { kind: 'not-sent' } as const;

/** What comes instead of a vendor's answer, and so proves nothing about a write. */
export const proofless: readonly (readonly [string, Answered | typeof silent])[] = [
  ['silence', silent],
  ['a page with 200', answered(200, '<!doctype html><title>Вход</title>')],
  ['a page with 403', answered(403, '<html>Доступ ограничен</html>')],
  ['cut JSON with 200', answered(200, '{"message_code":')],
  ['a redirect', answered(302, '', '/login')],
  ['a time-out with 408', answered(408, { message: 'Request Timeout' })],
  ['429', answered(429, { message: 'Too Many Requests' })],
  ['500', answered(500, { message: 'Internal Server Error' })],
  ['502', answered(502, '<html>Bad Gateway</html>')],
  ['503', answered(503)],
  ['504', answered(504)],
];
