import { randomBytes } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { DemoPerson } from '../people/people.ts';
import type { Worlds } from '../store/worlds.ts';
import { tokenAnswers } from './mis-answers.ts';
import type { Answer, Call } from '../scenarios/witness.ts';

const minutesAlive = 30;

const tokenKinds = z.enum(['cod', 'rpgu', 'lpu']);
export type TokenKind = z.infer<typeof tokenKinds>;

const claims = z.object({
  kind: tokenKinds,
  card: z.string(),
  clinic: z.nullable(z.string()),
});

/** Whom a token speaks for: COD for all cards of a patient, RPGU for the one it is bound to, LPU in one clinic. */
export interface Bearer {
  readonly kind: TokenKind;
  readonly person: DemoPerson;
  readonly card: string;
  /** The LPU token's own. */
  readonly clinic: string | null;
}

export interface MisTokens {
  issue(bearer: Bearer, call: Call): Promise<string>;
  /** 5010, 5008, 5009, 5007, in this order; else the bearer. `kinds` are those that the operation takes. */
  check(call: Call, kinds: readonly TokenKind[]): Promise<{ bearer: Bearer } | { answer: Answer }>;
}

/** Signs and checks MIS tokens with a secret of this process: after a restart the old ones are 5009, as after a key change. */
export function createMisTokens(worlds: Worlds): MisTokens {
  const secret = randomBytes(32);
  return {
    issue: ({ kind, person, card, clinic }, { world, now }) =>
      new SignJWT({ kind, world, card, clinic })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(person.accountId)
        .setIssuedAt(Math.floor(now.getTime() / 1000))
        .setExpirationTime(Math.floor(now.getTime() / 1000) + minutesAlive * 60)
        .sign(secret),
    check: async ({ request, world, now }, kinds) => {
      const [scheme, token] = (request.headers.authorization ?? '').split(' ');
      if (scheme !== 'Bearer' || !token) return { answer: tokenAnswers['5010'] };
      try {
        const { payload } = await jwtVerify(token, secret, { currentDate: now });
        const person = (await worlds.people(world)).find(({ accountId }) => accountId === payload.sub);
        const claimed = claims.safeParse(payload);
        if (!person || !claimed.success || payload['world'] !== world || !kinds.includes(claimed.data.kind))
          return { answer: tokenAnswers['5008'] };
        return { bearer: { ...claimed.data, person } };
      } catch (error) {
        if (error instanceof errors.JWSSignatureVerificationFailed) return { answer: tokenAnswers['5009'] };
        if (error instanceof errors.JWTExpired) return { answer: tokenAnswers['5007'] };
        return { answer: tokenAnswers['5008'] };
      }
    },
  };
}
