import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildSandbox } from '#sandbox/app.ts';
import { openKeys } from '#sandbox/identity/keys.ts';
import { openStore as openSandboxStore } from '#sandbox/store/store.ts';
import { buildApp } from '#server/app.ts';
import { compose } from '#server/compose.ts';
import { readConfig } from '#server/config.ts';
import { openStore } from '#server/store/store.ts';
import { answeredRoutes } from '#server/testing/api-routes.ts';
import type { Exchange } from '../exchange.ts';
import { openRecorder } from '../recorder.ts';
import { PortalBrowser } from './portal-browser.ts';
import { SandboxWorld } from './sandbox-world.ts';

/** Everything that was said, by the description that it is held to. */
export type Said = Record<'mis' | 'connect' | 'loop' | 'portal', readonly Exchange[]>;

/** A Monday, noon by the clinics' clock. */
const monday = new Date('2026-11-23T12:00:00+03:00');
const clock = () => monday;

const listenAnywhere = async (app: FastifyInstance) => {
  await app.listen({ port: 0, host: '127.0.0.1' });
  return (app.server.address() as AddressInfo).port;
};

/** The real server and the real sandbox, each behind a proxy that keeps what is said to it. */
export async function openRecordedTalon() {
  const folder = await mkdtemp(join(tmpdir(), 'talon-openapi-'));
  const behind = { vendors: 0, portal: 0 };
  const vendors = await openRecorder(() => behind.vendors);
  const portal = await openRecorder(() => behind.portal);
  const [vendorsUrl, portalUrl] = [vendors, portal].map(({ port }) => `http://localhost:${port}`);
  if (!vendorsUrl || !portalUrl) throw new Error('two recorders have two addresses');

  const sandboxStore = await openSandboxStore({ memory: true });
  const keys = await openKeys(folder);
  const sandbox = await buildSandbox({ store: sandboxStore, keys, issuer: `${vendorsUrl}/identity`, clock });
  behind.vendors = await listenAnywhere(sandbox);

  const config = readConfig({
    PUBLIC_URL: portalUrl,
    SANDBOX_PORT: String(vendors.port),
    SESSION_SECRET: 'a secret that nobody else has heard of',
    CONNECT_PRIVATE_KEY_FILE: join(folder, 'connect-client-key.pem'),
  });
  const store = await openStore({ memory: true });
  const deps = compose(config, store, { clock, pause: async () => undefined });
  const server = await buildApp({ deps, portal: null, logLevel: 'silent', longestStall: 0 });
  behind.portal = await listenAnywhere(server);

  const world = new SandboxWorld(vendorsUrl, 'walks');
  let apart = 0;
  return {
    /** `METHOD /route` of all that the server answers below `/api`. */
    routes: answeredRoutes(server),
    /** The one world of all walks: each leaves it so that the next can go. */
    world,
    /** A browser in which somebody has signed in. */
    enter: async (account: string) => {
      const browser = new PortalBrowser(portalUrl);
      await browser.signIn(world.name, account);
      return { world, browser };
    },
    /** The same in a world of its own: what is left open there stops no other walk. */
    enterApart: async (account: string) => {
      apart += 1;
      const own = new SandboxWorld(vendorsUrl, `walks-apart-${apart}`);
      const browser = new PortalBrowser(portalUrl);
      await browser.signIn(own.name, account);
      return { world: own, browser };
    },
    stranger: () => new PortalBrowser(portalUrl),
    take: (): Said => {
      const ofVendors = vendors.take();
      const of = (prefix: string) => ofVendors.filter(({ path }) => path.startsWith(prefix));
      return { mis: of('/mis/'), connect: of('/connect/'), loop: of('/loop/'), portal: portal.take() };
    },
    close: async () => {
      await server.close();
      await deps.upstreams.close();
      await store.close();
      await sandbox.close();
      await sandboxStore.close();
      await Promise.all([vendors.close(), portal.close()]);
      await rm(folder, { recursive: true });
    },
  };
}

export type RecordedTalon = Awaited<ReturnType<typeof openRecordedTalon>>;

/** One way through Talon. What matters is what was said on it. */
export type Walk = (talon: RecordedTalon) => Promise<void>;
