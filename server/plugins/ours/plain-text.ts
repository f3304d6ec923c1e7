import type { FastifyInstance } from 'fastify';
import { PortalFailure } from '#server/operations/portal-failure.ts';

/** Longer than any id or reference, ours or a vendor's. */
const longestId = 200;
/** Longer than any text that a form of ours sends. */
const longestText = 2_000;
/** Nothing that we are sent is nested deeper. */
const deepest = 8;

/** Control characters, NUL among them, and halves of surrogate pairs. */
const unfit = /[\p{Cc}\p{Cs}]/u;
/** What somebody may type into a field of several lines. */
const lines = /[\t\n\r]/g;

const isId = (text: string) => text.length <= longestId && !unfit.test(text);
const isText = (text: string) => text.length <= longestText && !unfit.test(text.replace(lines, ' '));

function every(value: unknown, isFit: (text: string) => boolean, depth = 0): boolean {
  if (typeof value === 'string') return isFit(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === deepest) return false;
  return Object.entries(value).every(([name, part]) => isId(name) && every(part, isFit, depth + 1));
}

/**
 * What is sent to the API is text that a database and a vendor can hold: no NUL or other control character, no half of a
 * surrogate pair, nothing endless. Throws `portal.invalid-input` before a handler sees it, so that a write was surely not sent.
 */
export function plainText(app: FastifyInstance) {
  app.addHook('preValidation', async ({ params, query, body }) => {
    if (!every(params, isId) || !every(query, isId) || !every(body, isText))
      throw new PortalFailure('portal.invalid-input');
  });
}
