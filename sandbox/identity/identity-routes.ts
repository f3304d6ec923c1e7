import type { FastifyInstance } from 'fastify';
import Provider, { type Configuration } from 'oidc-provider';
import { z } from 'zod';
import type { Worlds } from '../store/worlds.ts';
import { worldOf } from '../scenarios/witness.ts';
import { signInPage, signInStyle } from './sign-in-page.ts';
import type { SandboxKeys } from './keys.ts';

const separator = '~';

/** The provider's account id is the token's `sub`: a world's people get one that tells their world. */
const accountOf = (sub: string, world: string) => (world === 'main' ? sub : `${sub}${separator}${world}`);

/** The claims that a clinic network's identity provider would send about an account of a world. */
async function claimsOf(account: string, worlds: Worlds) {
  const [sub, world = 'main'] = account.split(separator);
  const people = await worlds.people(world);
  const person = people.find((candidate) => candidate.sub === sub);
  if (!person) return null;
  return {
    sub: account,
    name: person.name,
    birthdate: person.birthDate,
    oms_policy: person.policy,
    role: person.role,
    ...(person.clinic ? { lpu_guid: person.clinic } : {}),
    kids: people
      .filter((candidate) => person.kids.includes(candidate.accountId))
      .map(({ accountId: id, name, birthDate, policy }) => ({
        id,
        name,
        birthdate: birthDate,
        oms_policy: policy,
      })),
    ...(person.loopPatientId ? { loop_patient_id: person.loopPatientId } : {}),
    connect_orders: person.connectOrders,
    sandbox_world: world,
  };
}

const isPortalCallback = (uri: string) => {
  const { protocol, hostname, pathname } = new URL(uri);
  return (
    protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname) && pathname === '/auth/callback'
  );
};

function configuration(keys: SandboxKeys, worlds: Worlds): Configuration {
  return {
    clients: [
      {
        client_id: 'talon',
        client_secret: 'talon-sandbox-secret',
        redirect_uris: ['http://localhost:3000/auth/callback'],
        post_logout_redirect_uris: ['http://localhost:3000/'],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'RS256',
      },
    ],
    jwks: { keys: [keys.identity] },
    cookies: { keys: [String(keys.identity.n).slice(0, 40)] },
    conformIdTokenClaims: false,
    claims: {
      openid: [
        'sub',
        'name',
        'birthdate',
        'oms_policy',
        'role',
        'lpu_guid',
        'kids',
        'loop_patient_id',
        'connect_orders',
        'sandbox_world',
      ],
    },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_context, interaction) => `/identity/interaction/${interaction.uid}` },
    ttl: { Interaction: 3600, Session: 3600, Grant: 3600, AccessToken: 3600, IdToken: 3600 },
    findAccount: async (_context, accountId) => {
      const claims = await claimsOf(accountId, worlds);
      return claims ? { accountId, claims: () => claims } : undefined;
    },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  };
}

/** `/identity/*`: an OpenID provider whose people are invented. Asks who it is at every sign-in, as on a shared desktop. */
export function identityRoutes(
  app: FastifyInstance,
  options: { issuer: string; keys: SandboxKeys; worlds: Worlds },
) {
  const provider = new Provider(options.issuer, configuration(options.keys, options.worlds));
  provider.Client.prototype.redirectUriAllowed = (uri) => isPortalCallback(uri);
  provider.Client.prototype.postLogoutRedirectUriAllowed = (uri) =>
    ['localhost', '127.0.0.1'].includes(new URL(uri).hostname);
  const handle = provider.callback();

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));

  app.get('/sign-in.css', (_request, reply) => reply.type('text/css').send(signInStyle));

  app.get('/interaction/:uid', async (request, reply) => {
    await provider.interactionDetails(request.raw, reply.raw);
    const language = request.headers['accept-language']?.toLowerCase().startsWith('ru') ? 'ru' : 'en';
    return reply
      .header('content-security-policy', "default-src 'none'; style-src 'self'; frame-ancestors 'none'")
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(signInPage(await options.worlds.people(worldOf(request)), language, request.url));
  });

  app.post('/interaction/:uid', async (request, reply) => {
    let form = '';
    for await (const chunk of request.raw) form += String(chunk);
    const sent = new URLSearchParams(form);
    if (sent.has('refuse')) {
      reply.hijack();
      const refused = { error: 'access_denied', error_description: 'End-User aborted interaction' };
      return provider.interactionFinished(request.raw, reply.raw, refused, {
        mergeWithLastSubmission: false,
      });
    }
    const account = z.string().parse(sent.get('account'));
    const people = await options.worlds.people(worldOf(request));
    const person = people.find(({ accountId }) => accountId === account);
    if (!person) return reply.status(400).send('Nobody is called so.');
    reply.hijack();
    await provider.interactionFinished(
      request.raw,
      reply.raw,
      { login: { accountId: accountOf(person.sub, worldOf(request)) } },
      { mergeWithLastSubmission: false },
    );
  });

  app.all('/*', (request, reply) => {
    reply.hijack();
    Object.assign(request.raw, {
      originalUrl: request.raw.url,
      url: request.raw.url?.replace(/^\/identity/, ''),
    });
    void handle(request.raw, reply.raw);
  });
}
