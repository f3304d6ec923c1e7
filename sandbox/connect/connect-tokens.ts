import { createLocalJWKSet, exportJWK, jwtVerify, SignJWT, type JSONWebKeySet } from 'jose';
import { z } from 'zod';
import type { SandboxKeys } from '../identity/keys.ts';
import type { Answer, Call } from '../scenarios/witness.ts';
import { issueAnswers } from './connect-answers.ts';

export const tokenPath = '/auth/realms/superloop/protocol/openid-connect/token';

const client = 'talon-portal';
const audience = 'connect';
const secondsAlive = 3600;
const assertionForm = z.object({
  grant_type: z.literal('client_credentials'),
  client_assertion: z.string(),
  client_assertion_type: z.literal('urn:ietf:params:oauth:client-assertion-type:jwt-bearer'),
});

/** private_key_jwt: an assertion of the portal, good for one exchange, is exchanged for an access token. */
export function createConnectTokens(keys: SandboxKeys) {
  const seenAssertions = new Set<string>();

  const isOurs = async (assertion: string, now: Date) => {
    const jwks: JSONWebKeySet = { keys: [await exportJWK(keys.connectClient)] };
    try {
      const { payload } = await jwtVerify(assertion, createLocalJWKSet(jwks), {
        algorithms: ['RS256'],
        issuer: client,
        subject: client,
        requiredClaims: ['jti', 'exp', 'aud'],
        currentDate: now,
      });
      const meant = [payload.aud ?? []].flat().some((meantFor) => meantFor.endsWith(tokenPath));
      if (!meant || !payload.jti || seenAssertions.has(payload.jti)) return false;
      seenAssertions.add(payload.jti);
      return true;
    } catch {
      return false;
    }
  };

  const sign = (now: Date) => {
    const seconds = Math.floor(now.getTime() / 1000);
    return new SignJWT({ clientId: 'portal-api', userId: '11001', typ: 'Bearer', apps: 'portal-api' })
      .setProtectedHeader({ alg: 'RS256' })
      .setSubject(client)
      .setAudience(audience)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + secondsAlive)
      .sign(keys.tokens.privateKey);
  };

  return {
    issue: async ({ request, now }: Call): Promise<Answer> => {
      const form = assertionForm.safeParse(request.body);
      if (!form.success) return issueAnswers['400'];
      if (!(await isOurs(form.data.client_assertion, now))) return issueAnswers['401'];
      const body = { access_token: await sign(now), token_type: 'Bearer', expires_in: secondsAlive };
      return { status: 200, body };
    },

    /** The token and the version first, as every endpoint says. */
    signedIn: (work: (call: Call) => Promise<Answer>) => async (call: Call) => {
      const { authorization = '', 'x-api-version': version } = call.request.headers;
      const [scheme, token] = authorization.split(' ');
      try {
        if (scheme !== 'Bearer') return { status: 401 };
        await jwtVerify(token ?? '', keys.tokens.publicKey, { audience, currentDate: call.now });
      } catch {
        return { status: 401 };
      }
      if (typeof version !== 'string' || !/^[1-7]$/.test(version))
        return { status: 400, body: { message: 'X-API-VERSION' } };
      const answer = await work(call);
      return Number(version) < 3
        ? { ...answer, headers: { ...answer.headers, deprecation: 'true' } }
        : answer;
    },
  };
}
