import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError, readConfig, type Config } from './config.ts';
import { demonstrationReasons } from './home-call-reasons.ts';

const folder = mkdtempSync(join(tmpdir(), 'talon-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const goodKey = join(folder, 'rsa.pem');
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
writeFileSync(goodKey, privateKey.export({ type: 'pkcs8', format: 'pem' }));
const secret = 'a-session-secret-of-40-characters-or-so!';

/** A developer's machine on which the sandbox has been started once. */
const atHome = { DATA_DIR: folder, CONNECT_PRIVATE_KEY_FILE: goodKey };
const read = (env: Record<string, string> = {}) => readConfig({ ...atHome, ...env });

const complaint = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('it was accepted');
};

type Row = readonly [variable: string, value: string, wanted: unknown, part: (config: Config) => unknown];

describe('what is not told has a default', () => {
  test.each<Row>([
    ['PORT', '', 3000, ({ port }) => port],
    ['HOST', '', '127.0.0.1', ({ host }) => host],
    ['PUBLIC_URL', '', 'http://localhost:3000/', ({ publicUrl }) => publicUrl.href],
    ['DATABASE_URL', '', null, ({ databaseUrl }) => databaseUrl],
    ['OIDC_ISSUER', '', 'http://localhost:3100/identity', ({ oidc }) => oidc.issuer.href],
    ['OIDC_CLIENT_ID', '', 'talon', ({ oidc }) => oidc.clientId],
    ['OIDC_CLIENT_SECRET', '', 'talon-sandbox-secret', ({ oidc }) => oidc.clientSecret],
    ['MIS_URL', '', 'http://127.0.0.1:3100/mis', ({ upstreams }) => upstreams.mis?.url],
    ['CONNECT_URL', '', 'http://127.0.0.1:3100/connect', ({ upstreams }) => upstreams.connect?.url],
    ['CONNECT_CLIENT_ID', '', 'talon-portal', ({ upstreams }) => upstreams.connect?.clientId],
    ['CONNECT_KEY_ID', '', null, ({ upstreams }) => upstreams.connect?.keyId],
    ['CONNECT_API_VERSION', '', 7, ({ upstreams }) => upstreams.connect?.apiVersion],
    ['LOOP_URL', '', 'http://127.0.0.1:3100/loop', ({ upstreams }) => upstreams.loop?.url],
    ['LOOP_CLIENT_ID', '', 'talon-portal', ({ upstreams }) => upstreams.loop?.clientId],
    ['LOOP_CLIENT_SECRET', '', 'loop-sandbox-secret', ({ upstreams }) => upstreams.loop?.clientSecret],
    ['LOOP_BRAND_ID', '', 'brand-talon', ({ upstreams }) => upstreams.loop?.brandId],
    ['HOME_CALL_REASONS', '', demonstrationReasons, ({ homeCallReasons }) => homeCallReasons],
    ['HOLD_MINUTES', '', 10, ({ holdMinutes }) => holdMinutes],
    ['UNDO_SECONDS', '', 8, ({ undoSeconds }) => undoSeconds],
    ['RETENTION_DAYS', '', 400, ({ retentionDays }) => retentionDays],
    ['UPSTREAM_CONNECT_MS', '', 1_000, ({ upstreams }) => upstreams.limits.connect],
    ['UPSTREAM_READ_MS', '', 3_000, ({ upstreams }) => upstreams.limits.read],
    ['UPSTREAM_WRITE_MS', '', 5_000, ({ upstreams }) => upstreams.limits.write],
    ['TALON_DEV', '', false, ({ development }) => development],
  ])('%s, and an empty text counts as not told', (variable, empty, wanted, part) => {
    expect(part(read())).toEqual(wanted);
    expect(part(read({ [variable]: empty }))).toEqual(wanted);
  });

  test('the data lies in .data, and Connect is asked for tokens where the sandbox gives them', () => {
    const { dataDir, upstreams } = readConfig({ SESSION_SECRET: secret, CONNECT_PRIVATE_KEY_FILE: goodKey });
    expect(dataDir).toBe('.data');
    expect(upstreams.connect?.tokenUrl).toMatch(/^http:\/\/127\.0\.0\.1:3100\/connect\/.*\/token$/);
    expect(upstreams.loop?.tokenUrl).toBe('http://127.0.0.1:3100/loop/identity/v1/tokens');
  });
});

describe('what is told is taken', () => {
  test.each<Row>([
    ['PORT', '8080', [8080, 'http://localhost:8080/'], ({ port, publicUrl }) => [port, publicUrl.href]],
    ['HOST', '0.0.0.0', '0.0.0.0', ({ host }) => host],
    ['PUBLIC_URL', 'http://[::1]:8080', 'http://[::1]:8080/', ({ publicUrl }) => publicUrl.href],
    ['DATABASE_URL', 'postgresql://db/talon', 'postgresql://db/talon', ({ databaseUrl }) => databaseUrl],
    ['SESSION_SECRET', secret, secret, ({ sessionSecret }) => sessionSecret],
    ['MIS_URL', 'https://mis.example', 'https://mis.example', ({ upstreams }) => upstreams.mis?.url],
    ['CONNECT_KEY_ID', 'key-1', 'key-1', ({ upstreams }) => upstreams.connect?.keyId],
    ['CONNECT_API_VERSION', '3', 3, ({ upstreams }) => upstreams.connect?.apiVersion],
    ['HOLD_MINUTES', '60', 60, ({ holdMinutes }) => holdMinutes],
    ['UNDO_SECONDS', '60', 60, ({ undoSeconds }) => undoSeconds],
    ['UPSTREAM_CONNECT_MS', '50', 50, ({ upstreams }) => upstreams.limits.connect],
    ['UPSTREAM_READ_MS', '60000', 60_000, ({ upstreams }) => upstreams.limits.read],
    ['UPSTREAM_WRITE_MS', '700', 700, ({ upstreams }) => upstreams.limits.write],
    ['SANDBOX_PORT', '4100', 'http://127.0.0.1:4100/mis', ({ upstreams }) => upstreams.mis?.url],
    ['TALON_DEV', '1', true, ({ development }) => development],
    [
      'HOME_CALL_REASONS',
      '{"6":{"ru":"Другое"}}',
      { reasons: [{ code: 6, label: { ru: 'Другое' } }] },
      ({ homeCallReasons }) => homeCallReasons,
    ],
  ])('%s=%s', (variable, value, wanted, part) => {
    expect(part(read({ [variable]: value }))).toEqual(wanted);
  });
});

describe('what cannot be used stops the start with the name of the variable and the reason', () => {
  const wholeNumber = (least: number, most: number) => `must be a whole number from ${least} to ${most}.`;
  const reasons = 'must be JSON: code → label per language.';
  test.each([
    ...['abc', '0', '65536', '3.5'].flatMap((value) => [
      ['PORT', value, wholeNumber(1, 65_535)] as const,
      ['SANDBOX_PORT', value, wholeNumber(1, 65_535)] as const,
    ]),
    ...['0', '61', '1.5', 'ten'].map((value) => ['HOLD_MINUTES', value, wholeNumber(1, 60)] as const),
    ...['2', '61'].map((value) => ['UNDO_SECONDS', value, wholeNumber(3, 60)] as const),
    ...['30', '3651'].map((value) => ['RETENTION_DAYS', value, wholeNumber(31, 3_650)] as const),
    ...['2', '9', 'v7'].map((value) => ['CONNECT_API_VERSION', value, wholeNumber(3, 8)] as const),
    ...['UPSTREAM_CONNECT_MS', 'UPSTREAM_READ_MS', 'UPSTREAM_WRITE_MS'].flatMap((variable) =>
      ['49', '60001', '1s'].map((value) => [variable, value, wholeNumber(50, 60_000)] as const),
    ),
    ...['{', '[]', 'null', '{"one":{"ru":"a"}}', '{"1":"a"}', '{"1":{"ru":""}}', '{"1":{}}'].map(
      (value) => ['HOME_CALL_REASONS', value, reasons] as const,
    ),
  ])('%s=%s', (variable, value, reason) => {
    expect(complaint({ ...atHome, [variable]: value })).toBe(`${variable} is not usable: ${reason}`);
  });

  const addresses = [
    'PUBLIC_URL',
    'OIDC_ISSUER',
    'MIS_URL',
    'CONNECT_URL',
    'CONNECT_TOKEN_URL',
    'LOOP_URL',
    'LOOP_TOKEN_URL',
  ];
  test.each(addresses)('%s must be an address, and https unless it is of this machine', (variable) => {
    const said = (value: string) => complaint({ ...atHome, [variable]: value });
    for (const value of ['talon', 'ftp://localhost', 'https://'])
      expect(said(value)).toBe(`${variable} is not usable: must be an http(s) address.`);
    for (const value of ['http://talon.example', 'http://localhost.example', 'http://10.0.0.1'])
      expect(said(value)).toMatch(new RegExp(`^${variable} is not usable: must be https, .* loopback`));
  });

  test.each(['http://localhost:9', 'http://127.0.0.1:9', 'http://[::1]:9'])(
    '%s is of this machine',
    (url) => {
      expect(read({ MIS_URL: url }).upstreams.mis?.url).toBe(url);
    },
  );
});
