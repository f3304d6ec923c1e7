import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { SandboxKeys } from '../identity/keys.ts';
import type { Answer, Call } from '../scenarios/witness.ts';
import { commonAnswers, issueAnswers } from './loop-answers.ts';
import { brand } from './loop-visits.ts';

const audience = 'loop';
const secondsAlive = 3600;
const credentials = z.object({
  grant_type: z.literal('client_credentials'),
  client_id: z.string(),
  client_secret: z.string(),
});

/** A machine client's tokens (C2). */
export const createLoopTokens = ({ tokens: keys }: SandboxKeys) => ({
  issue: async ({ request, now }: Call): Promise<Answer> => {
    const form = credentials.safeParse(request.body);
    if (!form.success) return issueAnswers['400'];
    const { client_id, client_secret } = form.data;
    if (client_id !== 'talon-portal' || client_secret !== 'loop-sandbox-secret') return issueAnswers['401'];
    const seconds = Math.floor(now.getTime() / 1000);
    const access_token = await new SignJWT({ brand })
      .setProtectedHeader({ alg: 'RS256' })
      .setSubject(client_id)
      .setAudience(audience)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + secondsAlive)
      .sign(keys.privateKey);
    const body = { access_token, token_type: 'Bearer', expires_in: secondsAlive, scope: '' };
    return { status: 200, body };
  },

  signedIn: (work: (call: Call) => Promise<Answer>) => async (call: Call) => {
    const [scheme, token] = (call.request.headers.authorization ?? '').split(' ');
    try {
      if (scheme !== 'Bearer') return commonAnswers['401'];
      await jwtVerify(token ?? '', keys.publicKey, { audience, currentDate: call.now });
    } catch {
      return commonAnswers['401'];
    }
    return work(call);
  },
});
