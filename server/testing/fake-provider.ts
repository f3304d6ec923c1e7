import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** What the provider says of whoever signs in, in place of or beside what OpenID Connect asks of it. */
export type Claims = Record<string, unknown>;

/** An identity provider that lets everybody in as whom a test says. It checks the client's secret and PKCE's proof. */
export async function startProvider(now: () => Date) {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const attempts = new Map<string, { nonce: string; challenge: string }>();
  let told: Claims = {};
  let codes = 0;

  const json = (response: ServerResponse, body: unknown, status = 200) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  // A busy machine may take longer between two sign-ins than an idle connection lives.
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    void text(request).then(async (body) => {
      const path = request.url?.split('?')[0];
      if (path === '/.well-known/openid-configuration') return json(response, metadata());
      if (path === '/keys') return json(response, { keys: [key] });
      if (path !== '/token') return json(response, {}, 404);
      const form = new URLSearchParams(body);
      const attempt = attempts.get(form.get('code') ?? '');
      const proof = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (attempt?.challenge !== proof || form.get('client_secret') !== 'the-client-secret')
        return json(response, { error: 'invalid_grant' }, 400);
      const iat = Math.floor(now().getTime() / 1000);
      const asked = { iss: url(), aud: 'talon', iat, exp: iat + 3600, nonce: attempt.nonce };
      const idToken = await new SignJWT({ ...asked, ...told })
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .sign(privateKey);
      return json(response, { access_token: 'the-access-token', token_type: 'Bearer', id_token: idToken });
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const metadata = () => ({
    issuer: url(),
    authorization_endpoint: `${url()}/authorize`,
    token_endpoint: `${url()}/token`,
    jwks_uri: `${url()}/keys`,
    end_session_endpoint: `${url()}/end`,
    response_types_supported: ['code'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
  });

  return {
    get url() {
      return url();
    },
    /** Lets whoever was sent to `address` in; answers the address they are sent back to. */
    letIn: (address: string, claims: Claims): string => {
      const { searchParams } = new URL(address);
      const code = `code-${(codes += 1)}`;
      told = claims;
      attempts.set(code, {
        nonce: searchParams.get('nonce') ?? '',
        challenge: searchParams.get('code_challenge') ?? '',
      });
      return `/auth/callback?${new URLSearchParams({ code, state: searchParams.get('state') ?? '' }).toString()}`;
    },
    close: async () => {
      const closed = once(server.close(), 'close');
      server.closeAllConnections();
      await closed;
    },
  };
}

export type Provider = Awaited<ReturnType<typeof startProvider>>;
