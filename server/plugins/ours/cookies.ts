import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-` needs https; on a developer's http the plain name stands in. */
export const sessionCookie = (secure: boolean) => (secure ? '__Host-talon' : 'talon');
/** Binds a sign-in to the browser that began it. */
export const signInCookie = (secure: boolean) => (secure ? '__Host-talon-sign-in' : 'talon-sign-in');

/** Lax, not Strict: the way back from the identity provider begins on another site. */
const options = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure }) as const;

/** Both of our cookies hold 32 random bytes as base64url. */
const ours = /^[\w-]{43}$/;

/** A cookie of ours; null where there is none, or none that we could have set: it is not even looked for. */
export const cookieIn = ({ cookies }: FastifyRequest, name: string): string | null => {
  const value = cookies[name];
  return value !== undefined && ours.test(value) ? value : null;
};

export const setCookie = (
  reply: FastifyReply,
  name: string,
  value: string,
  secure: boolean,
  maxAge?: number,
) => reply.setCookie(name, value, { ...options(secure), ...(maxAge === undefined ? {} : { maxAge }) });

export const clearCookie = (reply: FastifyReply, name: string, secure: boolean) =>
  reply.clearCookie(name, options(secure));
