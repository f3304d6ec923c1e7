import { createHash, timingSafeEqual } from 'node:crypto';
import cookie from '@fastify/cookie';
import underPressure from '@fastify/under-pressure';
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Deps } from './deps.ts';
import { PortalFailure } from './operations/portal-failure.ts';
import { rateLimits } from './plugins/bought/rate-limits.ts';
import { securityHeaders } from './plugins/bought/security-headers.ts';
import { clinicDay, isOfTheGateway } from './plugins/ours/caller.ts';
import { compressed } from './plugins/ours/compressed.ts';
import { cookieIn, sessionCookie } from './plugins/ours/cookies.ts';
import { draining } from './plugins/ours/draining.ts';
import { failureReplies, unreadableAddress } from './plugins/ours/failure-replies.ts';
import { isUse } from './plugins/ours/is-use.ts';
import { ownNameOnly } from './plugins/ours/own-name-only.ts';
import { plainError } from './plugins/ours/plain-error.ts';
import { plainText } from './plugins/ours/plain-text.ts';
import { portalFiles } from './plugins/ours/portal-files.ts';
import { sameAccount } from './plugins/ours/same-account.ts';
import { sameOrigin } from './plugins/ours/same-origin.ts';
import { signedInOnly } from './plugins/ours/signed-in-only.ts';
import { authRoutes } from './routes/auth-routes.ts';
import { bookingRoutes } from './routes/booking-routes.ts';
import { calendarRoutes } from './routes/calendar-routes.ts';
import { eventRoutes } from './routes/event-routes.ts';
import { holdRoutes } from './routes/hold-routes.ts';
import { moveRoutes } from './routes/move-routes.ts';
import { operationRoutes } from './routes/operation-routes.ts';
import { requestRoutes } from './routes/request-routes.ts';
import { waitingRoutes } from './routes/waiting-routes.ts';
import { scheduleRoutes } from './routes/schedule-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';

export interface AppOptions {
  readonly deps: Deps;
  /** Where the built portal lies; null in development, where Vite serves it. */
  readonly portal: string | null;
  readonly logLevel: 'info' | 'silent';
  /** Where the log's lines go; the standard output where nothing is given. */
  readonly logTo?: { write(line: string): void };
  /** How long the process may stand still before it refuses work for a second, in milliseconds; 0 for never. */
  readonly longestStall?: number;
}

const largestBody = 64 * 1024;

/** The gateway: sign-in, the portal API, the portal's files. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { deps, portal, logLevel, logTo, longestStall = 3_000 } = options;
  const { config, sessions, clock, store } = deps;
  const secure = config.publicUrl.protocol === 'https:';
  const app = Fastify({
    bodyLimit: largestBody,
    requestTimeout: 10_000,
    // We never end TLS ourselves: with https there is a proxy before us, and the address it saw is the person's.
    trustProxy: secure ? (_address, hop) => hop === 0 : false,
    frameworkErrors: unreadableAddress,
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: logLevel,
      serializers: { err: (error: unknown) => ({ ...plainError(error) }) },
      ...(logTo ? { stream: logTo } : {}),
    },
  });

  failureReplies(app);
  draining(app);
  await securityHeaders(app, { publicUrl: config.publicUrl, issuer: config.oidc.issuer });
  await app.register(cookie);
  await app.register(underPressure, { maxEventLoopDelay: longestStall });
  sameOrigin(app, config.publicUrl);

  app.decorateRequest('session', null);
  app.decorateRequest('today', '');
  app.addHook('onRequest', async (request) => {
    request.today = clinicDay(clock());
    const id = cookieIn(request, sessionCookie(secure));
    if (!id || !isOfTheGateway(request)) return;
    request.session = await (isUse(request) ? sessions.find(id, clock()) : sessions.look(id, clock()));
  });
  await rateLimits(app);
  app.setNotFoundHandler(() => {
    throw new PortalFailure('portal.not-found');
  });

  measured(app, config.metricsToken);
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) =>
    (await store.isReady()) ? { status: 'ready' } : reply.status(503).send({ status: 'database' }),
  );
  await app.register(async (scope) => authRoutes(scope, deps), { prefix: '/auth' });
  await app.register(
    async (scope) => {
      signedInOnly(scope);
      sameAccount(scope, deps.vault);
      compressed(scope);
      plainText(scope);
      ownNameOnly(scope);
      for (const routes of [
        sessionRoutes,
        bookingRoutes,
        calendarRoutes,
        scheduleRoutes,
        holdRoutes,
        moveRoutes,
        requestRoutes,
        waitingRoutes,
        operationRoutes,
        eventRoutes,
      ])
        routes(scope, deps);
      scope.all('/*', () => {
        throw new PortalFailure('portal.not-found');
      });
    },
    { prefix: '/api' },
  );
  if (portal !== null) portalFiles(app, portal);
  return app;
}

const digest = (text: string) => createHash('sha256').update(text).digest();
/** Compared in constant time: how far a guess was right is told to nobody. */
const isBearer = (header: string | undefined, token: string) =>
  timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));

/** `/metrics`, and one log line a request that names the route and never the address: addresses hold ids. */
function measured(app: FastifyInstance, token: string | null) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'talon_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: reply.statusCode };
    seconds.observe(labels, reply.elapsedTime / 1000);
    request.log.info({ ...labels, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
  app.get('/metrics', async (request, reply) => {
    if (token !== null && !isBearer(request.headers.authorization, token))
      throw new PortalFailure('portal.not-found');
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
