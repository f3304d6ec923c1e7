import { buildApp } from '#server/app.ts';
import { compose } from '#server/compose.ts';
import type { Config } from '#server/config.ts';
import { demonstrationReasons } from '#server/home-call-reasons.ts';
import { sessionCookie } from '#server/plugins/ours/cookies.ts';
import type { Subject } from '#server/session/subject.ts';
import { accountOf } from '#server/session/unfinished.ts';
import { openStore } from '#server/store/store.ts';
import { Browser } from './browser.ts';
import { fakeUpstreams } from './fake-upstreams.ts';

export interface PortalOptions {
  /** What the browser sees; `https` as behind a proxy. */
  readonly publicUrl?: string;
  readonly issuer?: string;
  readonly metricsToken?: string;
  /** A folder with the built portal. */
  readonly portal?: string | null;
}

const configOf = ({
  publicUrl = 'http://localhost:3000',
  issuer = 'http://127.0.0.1:9',
  metricsToken,
}: PortalOptions) =>
  ({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: new URL(publicUrl),
    dataDir: '',
    databaseUrl: null,
    metricsToken: metricsToken ?? null,
    sessionSecret: 'a-secret-of-more-than-32-characters!',
    oidc: { issuer: new URL(issuer), clientId: 'talon', clientSecret: 'the-client-secret' },
    upstreams: {
      mis: null,
      connect: null,
      loop: null,
      limits: { connect: 1_000, read: 3_000, write: 5_000 },
    },
    homeCallReasons: demonstrationReasons,
    holdMinutes: 10,
    undoSeconds: 8,
    retentionDays: 400,
    sandbox: false,
    development: false,
  }) satisfies Config;

/** The whole server on a database in memory, over upstreams that do as they are told, with a clock that a test moves. */
export async function startPortal(options: PortalOptions = {}) {
  const config = configOf(options);
  const clock = { now: new Date('2026-03-02T08:00:00.000Z') };
  const store = await openStore({ memory: true });
  const upstreams = fakeUpstreams();
  const deps = compose(config, store, { clock: () => clock.now, pause: async () => undefined, upstreams });
  const log: string[] = [];
  const app = await buildApp({
    deps,
    portal: options.portal ?? null,
    logLevel: 'info',
    // The machine's other tests may stop this one for a while; that is no overload.
    longestStall: 0,
    logTo: { write: (line) => log.push(line) },
  });
  const secure = config.publicUrl.protocol === 'https:';
  const browser = () => new Browser(app, config.publicUrl.origin);
  return {
    app,
    deps,
    store,
    clock,
    upstreams,
    /** Every line that was logged. */
    log,
    browser,
    /** A browser in which somebody has signed in. */
    signedIn: async (who: Subject) => {
      const theirs = browser();
      theirs.cookies.set(sessionCookie(secure), await deps.sessions.start(who, clock.now));
      theirs.account = accountOf(deps.vault, who);
      return theirs;
    },
    close: async () => {
      await app.close();
      await store.close();
    },
  };
}

export type Portal = Awaited<ReturnType<typeof startPortal>>;
