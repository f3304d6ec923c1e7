import { createPrivateKey, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { HomeCallReasons } from '#contract/operation.ts';
import type { UpstreamConfig } from '#server/upstreams/kit/upstream-config.ts';
import { secretsIn } from './session/secrets.ts';
import { privateFolder } from './store/private-folder.ts';
import { demonstrationReasons } from './home-call-reasons.ts';

/** Everything that the server was told, parsed once. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: URL;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  /** One secret, or a list of `id:secret` (server/session/secrets.ts). */
  readonly sessionSecret: string;
  /** What a reader of `/metrics` has to bring; null leaves them open, in development only. */
  readonly metricsToken: string | null;
  readonly oidc: { readonly issuer: URL; readonly clientId: string; readonly clientSecret: string };
  readonly upstreams: UpstreamConfig;
  readonly homeCallReasons: HomeCallReasons;
  readonly holdMinutes: number;
  /** How long what is settled stays in the journal. */
  readonly retentionDays: number;
  /** How long a cancel that can be undone waits before it is sent. */
  readonly undoSeconds: number;
  /** All upstreams are the sandbox's own defaults: only then does a test's world mean anything. */
  readonly sandbox: boolean;
  /** The portal's files come from Vite, not from the build. */
  readonly development: boolean;
}

/** A variable that is missing or wrong: one sentence for whoever starts the server. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const shortestSecret = 32;
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
const safeUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) address', abort: true }).refine(
  (text) => {
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || loopback.has(hostname);
  },
  { error: 'must be https, plain http is accepted on loopback addresses only' },
);
const whole = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};
const port = whole(1, 65_535);
const millis = whole(50, 60_000);
const shapeOfReasons = { error: 'must be JSON: code → label per language' };
const label = z.record(z.string(), z.string(shapeOfReasons).min(1, shapeOfReasons), shapeOfReasons);
const reasonsJson = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: shapeOfReasons.error });
      return z.NEVER;
    }
  })
  .pipe(
    z.record(
      z.string().regex(/^\d+$/),
      label.refine((texts) => Object.keys(texts).length > 0, shapeOfReasons),
      shapeOfReasons,
    ),
  );

const environment = z.object({
  NODE_ENV: z.string().optional(),
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: safeUrl.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must begin with postgresql://' }).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  SESSION_SECRET: z
    .string()
    .refine((text) => secretsIn(text).every((secret) => secret.length >= shortestSecret), {
      error: `must be at least ${shortestSecret} characters`,
    })
    .optional(),
  METRICS_TOKEN: z.string().min(16, { error: 'must be at least 16 characters' }).optional(),
  OIDC_ISSUER: safeUrl.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  MIS_URL: safeUrl.optional(),
  CONNECT_URL: safeUrl.optional(),
  CONNECT_TOKEN_URL: safeUrl.optional(),
  CONNECT_CLIENT_ID: z.string().min(1).optional(),
  CONNECT_PRIVATE_KEY_FILE: z.string().min(1).optional(),
  CONNECT_KEY_ID: z.string().min(1).optional(),
  CONNECT_API_VERSION: whole(3, 8).default(7),
  LOOP_URL: safeUrl.optional(),
  LOOP_TOKEN_URL: safeUrl.optional(),
  LOOP_CLIENT_ID: z.string().min(1).optional(),
  LOOP_CLIENT_SECRET: z.string().min(1).optional(),
  LOOP_BRAND_ID: z.string().min(1).optional(),
  HOME_CALL_REASONS: reasonsJson.optional(),
  HOLD_MINUTES: whole(1, 60).default(10),
  UNDO_SECONDS: whole(3, 60).default(8),
  RETENTION_DAYS: whole(31, 3_650).default(400),
  UPSTREAM_CONNECT_MS: millis.default(1_000),
  UPSTREAM_READ_MS: millis.default(3_000),
  UPSTREAM_WRITE_MS: millis.default(5_000),
  SANDBOX_PORT: port.default(3100),
  TALON_DEV: z.string().optional(),
});
type Environment = z.infer<typeof environment>;

/** Reads the environment. Throws `ConfigError` with the variable's name and the reason. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${String(issue?.path[0])} is not usable: ${issue?.message ?? 'unknown reason'}.`);
  }
  const vars = parsed.data;
  const publicUrl = new URL(vars.PUBLIC_URL ?? `http://localhost:${vars.PORT}`);
  const production = vars.NODE_ENV === 'production' || publicUrl.protocol === 'https:';
  const sandbox = !production && !vars.OIDC_ISSUER && !vars.MIS_URL && !vars.CONNECT_URL && !vars.LOOP_URL;
  return {
    port: vars.PORT,
    host: vars.HOST,
    publicUrl,
    dataDir: vars.DATA_DIR,
    databaseUrl: vars.DATABASE_URL ?? null,
    sessionSecret: sessionSecret(vars, production),
    metricsToken: metricsToken(vars, production),
    oidc: oidc(vars, production),
    upstreams: upstreams(vars, production),
    homeCallReasons: homeCallReasons(vars),
    holdMinutes: vars.HOLD_MINUTES,
    undoSeconds: vars.UNDO_SECONDS,
    retentionDays: vars.RETENTION_DAYS,
    sandbox,
    development: vars.TALON_DEV === '1',
  };
}

const required = <T>(value: T | undefined, name: string): T => {
  if (value === undefined)
    throw new ConfigError(`${name} is missing: it has no default outside the sandbox.`);
  return value;
};

function sessionSecret({ SESSION_SECRET, DATA_DIR }: Environment, production: boolean): string {
  if (SESSION_SECRET) return SESSION_SECRET;
  if (production) return required(SESSION_SECRET, 'SESSION_SECRET');
  privateFolder(DATA_DIR);
  const file = join(DATA_DIR, 'session-secret');
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (kept.length >= shortestSecret) return kept;
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

/** Without a token of the operator's nobody reads the figures of a production server. */
const metricsToken = ({ METRICS_TOKEN }: Environment, production: boolean): string | null =>
  METRICS_TOKEN ?? (production ? randomBytes(32).toString('base64url') : null);

function oidc(vars: Environment, production: boolean): Config['oidc'] {
  const own = production || vars.OIDC_ISSUER !== undefined;
  return {
    issuer: new URL(
      own ? required(vars.OIDC_ISSUER, 'OIDC_ISSUER') : `http://localhost:${vars.SANDBOX_PORT}/identity`,
    ),
    clientId: own ? required(vars.OIDC_CLIENT_ID, 'OIDC_CLIENT_ID') : 'talon',
    clientSecret: own ? required(vars.OIDC_CLIENT_SECRET, 'OIDC_CLIENT_SECRET') : 'talon-sandbox-secret',
  };
}

/** A vendor with its address is connected and needs the rest; without it: the sandbox's, or off in production. */
function upstreams(vars: Environment, production: boolean): UpstreamConfig {
  const base = `http://127.0.0.1:${vars.SANDBOX_PORT}`;
  const limits = {
    connect: vars.UPSTREAM_CONNECT_MS,
    read: vars.UPSTREAM_READ_MS,
    write: vars.UPSTREAM_WRITE_MS,
  };
  const url = (own: string | undefined, path: string) => own ?? (production ? null : `${base}${path}`);
  const misUrl = url(vars.MIS_URL, '/mis');
  const connectUrl = url(vars.CONNECT_URL, '/connect');
  const loopUrl = url(vars.LOOP_URL, '/loop');
  const ownConnect = vars.CONNECT_URL !== undefined;
  const ownLoop = vars.LOOP_URL !== undefined;
  const pick = (own: boolean, value: string | undefined, name: string, fallback: string) =>
    own ? required(value, name) : (value ?? fallback);
  const connectTokenPath = '/connect/auth/realms/superloop/protocol/openid-connect/token';
  return {
    limits,
    mis: misUrl === null ? null : { url: misUrl },
    connect:
      connectUrl === null
        ? null
        : {
            url: connectUrl,
            tokenUrl: pick(
              ownConnect,
              vars.CONNECT_TOKEN_URL,
              'CONNECT_TOKEN_URL',
              `${base}${connectTokenPath}`,
            ),
            clientId: pick(ownConnect, vars.CONNECT_CLIENT_ID, 'CONNECT_CLIENT_ID', 'talon-portal'),
            privateKey: privateKey(
              pick(
                ownConnect,
                vars.CONNECT_PRIVATE_KEY_FILE,
                'CONNECT_PRIVATE_KEY_FILE',
                '.data/sandbox/connect-client-key.pem',
              ),
            ),
            keyId: vars.CONNECT_KEY_ID ?? null,
            apiVersion: vars.CONNECT_API_VERSION,
          },
    loop:
      loopUrl === null
        ? null
        : {
            url: loopUrl,
            tokenUrl: pick(ownLoop, vars.LOOP_TOKEN_URL, 'LOOP_TOKEN_URL', `${base}/loop/identity/v1/tokens`),
            clientId: pick(ownLoop, vars.LOOP_CLIENT_ID, 'LOOP_CLIENT_ID', 'talon-portal'),
            clientSecret: pick(ownLoop, vars.LOOP_CLIENT_SECRET, 'LOOP_CLIENT_SECRET', 'loop-sandbox-secret'),
            brandId: pick(ownLoop, vars.LOOP_BRAND_ID, 'LOOP_BRAND_ID', 'brand-talon'),
          },
  };
}

function privateKey(file: string): string {
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError(
      `CONNECT_PRIVATE_KEY_FILE is not usable: ${file} cannot be read. Start the sandbox first (npm start does), or name your own key.`,
      { cause },
    );
  }
  if (!isRsaKey(pem))
    throw new ConfigError(
      `CONNECT_PRIVATE_KEY_FILE is not usable: ${file} must hold an RSA private key as PKCS#8 PEM.`,
    );
  return pem;
}

function isRsaKey(pem: string): boolean {
  try {
    return pem.includes('-----BEGIN PRIVATE KEY-----') && createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

const homeCallReasons = ({ HOME_CALL_REASONS }: Environment): HomeCallReasons =>
  HOME_CALL_REASONS
    ? {
        reasons: Object.entries(HOME_CALL_REASONS).map(([code, text]) => ({
          code: Number(code),
          label: text,
        })),
      }
    : demonstrationReasons;
