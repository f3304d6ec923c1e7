import { readFileSync } from 'node:fs';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { askedLanguage } from '#server/calendar/asked-language.ts';
import { calendarLanguages } from '#server/calendar/calendar-words.ts';

const folder = new URL('../../src/i18n/locales/', import.meta.url);

const wordsIn = (language: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(`${language}/auth-page.json`, folder), 'utf8'));

const escaped = (text: string) => text.replace(/[&<>"]/g, (found) => `&#${found.charCodeAt(0)};`);

/** A page of words alone: it needs no script, and no style that the content security policy would have to allow. */
export function authPage(language: string, why: 'too-many' | 'failed'): string {
  const words = wordsIn(language);
  const say = (id: string) => escaped(words[`auth-page.${id}`] ?? '');
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${say(`${why}.title`)}</title></head>
<body><main><h1>${say(`${why}.title`)}</h1><p>${say(`${why}.body`)}</p><p><a href="/">${say('again')}</a></p></main></body>
</html>
`;
}

/** Signing in is a page that somebody opens: what goes wrong there is said in words, and as a problem only to a script. */
export function inWords(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  if (!request.headers.accept?.includes('text/html')) throw error;
  const isTooMany = error.message === 'portal.too-many-requests';
  if (!isTooMany) request.log.error({ err: error }, 'unexpected');
  const accepted = request.headers['accept-language'];
  const language = askedLanguage({ named: undefined, accepted }, calendarLanguages);
  void reply
    .status(isTooMany ? 429 : 500)
    .type('text/html; charset=utf-8')
    .header('content-language', language)
    .send(authPage(language, isTooMany ? 'too-many' : 'failed'));
}
