import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'talon-installation-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (name: string, text: string | Buffer) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const goodKey = fileOf('rsa.pem', rsa.export({ type: 'pkcs8', format: 'pem' }));
const secret = 'a-session-secret-of-40-characters-or-so!';

/** A real installation that has its own identity provider, and no vendor yet. */
const installed = {
  DATA_DIR: folder,
  PUBLIC_URL: 'https://talon.example',
  SESSION_SECRET: secret,
  OIDC_ISSUER: 'https://id.example',
  OIDC_CLIENT_ID: 'talon',
  OIDC_CLIENT_SECRET: 'the-provider-gave-this',
};
const connect = {
  CONNECT_URL: 'https://connect.example',
  CONNECT_TOKEN_URL: 'https://connect.example/token',
  CONNECT_CLIENT_ID: 'clinic',
  CONNECT_PRIVATE_KEY_FILE: goodKey,
};
const loop = {
  LOOP_URL: 'https://loop.example',
  LOOP_TOKEN_URL: 'https://loop.example/token',
  LOOP_CLIENT_ID: 'clinic',
  LOOP_CLIENT_SECRET: 'loop-gave-this',
  LOOP_BRAND_ID: 'brand-clinic',
};

const complaint = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('it was accepted');
};

describe('an installation', () => {
  test('has its own identity provider and vendors', () => {
    const { oidc, upstreams } = readConfig({ ...installed, ...connect, ...loop });
    expect(oidc).toEqual({
      issuer: new URL('https://id.example'),
      clientId: 'talon',
      clientSecret: 'the-provider-gave-this',
    });
    expect(upstreams.connect).toEqual({
      url: 'https://connect.example',
      tokenUrl: 'https://connect.example/token',
      clientId: 'clinic',
      privateKey: readFileSync(goodKey, 'utf8'),
      keyId: null,
      apiVersion: 7,
    });
    expect(upstreams.loop).toEqual({
      url: 'https://loop.example',
      tokenUrl: 'https://loop.example/token',
      clientId: 'clinic',
      clientSecret: 'loop-gave-this',
      brandId: 'brand-clinic',
    });
  });

  const told: Record<string, string> = { ...installed, ...connect, ...loop };
  test.each([
    'SESSION_SECRET',
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'CONNECT_TOKEN_URL',
    'CONNECT_CLIENT_ID',
    'CONNECT_PRIVATE_KEY_FILE',
    'LOOP_TOKEN_URL',
    'LOOP_CLIENT_ID',
    'LOOP_CLIENT_SECRET',
    'LOOP_BRAND_ID',
  ])('does not start without %s, and never falls back to what the sandbox uses', (variable) => {
    expect(complaint({ ...told, [variable]: '' })).toBe(
      `${variable} is missing: it has no default outside the sandbox.`,
    );
  });

  test('is one as soon as the address is https, or NODE_ENV says so', () => {
    const { SESSION_SECRET: _kept, ...silent } = installed;
    const missing = 'SESSION_SECRET is missing: it has no default outside the sandbox.';
    expect(complaint(silent)).toBe(missing);
    expect(complaint({ ...silent, PUBLIC_URL: '', NODE_ENV: 'production' })).toBe(missing);
  });

  test.each([
    ['MIS', { MIS_URL: 'https://mis.example' }, 'mis'],
    ['Connect', connect, 'connect'],
    ['Loop', loop, 'loop'],
  ] as const)('has %s where its variables are there, and the others off', (_name, env, vendor) => {
    const { limits: _limits, ...vendors } = readConfig({ ...installed, ...env }).upstreams;
    const off = Object.entries(vendors).filter(([, its]) => its === null);
    expect(off.map(([name]) => name).sort()).toEqual(
      ['connect', 'loop', 'mis'].filter((name) => name !== vendor),
    );
    expect(vendors[vendor]?.url).toBe(Object.values(env)[0]);
  });

  test('without a vendor reads no key, though there is none', () => {
    expect(readConfig(installed).upstreams).toMatchObject({ mis: null, connect: null, loop: null });
  });

  test('never has worlds; only the sandbox with all its defaults does', () => {
    const atHome = { DATA_DIR: folder, CONNECT_PRIVATE_KEY_FILE: goodKey };
    const { PUBLIC_URL: _url, SESSION_SECRET: _secret, ...ownProvider } = installed;
    expect(readConfig(atHome).sandbox).toBe(true);
    const own = [installed, ownProvider, { MIS_URL: 'https://mis.example' }, connect, loop];
    expect(own.map((env) => readConfig({ ...atHome, ...env }).sandbox)).toEqual(own.map(() => false));
  });
});

describe("Connect's key", () => {
  test.each([
    ['not a key', fileOf('words.pem', 'QUIETLY-PRIVATE')],
    ['a broken one', fileOf('broken.pem', '-----BEGIN PRIVATE KEY-----\nQUIETLY-PRIVATE\n')],
    ['of another kind', fileOf('ec.pem', elliptic.export({ type: 'pkcs8', format: 'pem' }))],
    ['in another wrapping', fileOf('pkcs1.pem', rsa.export({ type: 'pkcs1', format: 'pem' }))],
  ])('stops the start where it is %s, and what the file holds is not said', (_name, file) => {
    const said = complaint({ ...installed, ...connect, CONNECT_PRIVATE_KEY_FILE: file });
    expect(said).toBe(
      `CONNECT_PRIVATE_KEY_FILE is not usable: ${file} must hold an RSA private key as PKCS#8 PEM.`,
    );
  });

  test('that is not there is said with what to do', () => {
    const file = join(folder, 'nowhere.pem');
    expect(complaint({ ...installed, ...connect, CONNECT_PRIVATE_KEY_FILE: file })).toMatch(
      /^CONNECT_PRIVATE_KEY_FILE is not usable: .*nowhere\.pem cannot be read\. Start the sandbox first/,
    );
  });
});

describe('a secret that cannot be used is not repeated', () => {
  test.each([
    ['SESSION_SECRET', 'too-short-hush', 'must be at least 32 characters.'],
    ['DATABASE_URL', 'mysql://talon:hush@db/talon', 'must begin with postgresql://.'],
    ['DATABASE_URL', 'hush', 'must begin with postgresql://.'],
    ['OIDC_ISSUER', 'http://talon:hush@id.example', 'must be https, plain http is accepted on'],
    ['MIS_URL', 'https://talon:hush@', 'must be an http(s) address.'],
  ])('%s', (variable, value, reason) => {
    const said = complaint({ ...installed, [variable]: value });
    expect(said).toContain(`${variable} is not usable: ${reason}`);
    expect(said).not.toContain('hush');
  });
});

describe("a developer's session secret", () => {
  const file = join(folder, 'session-secret');
  const read = () => readConfig({ DATA_DIR: folder, CONNECT_PRIVATE_KEY_FILE: goodKey }).sessionSecret;
  beforeEach(() => rmSync(file, { force: true }));

  test('is made at the first start, readable by its owner alone, and kept', () => {
    const made = read();
    expect(made.length).toBeGreaterThanOrEqual(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(read()).toBe(made);
    rmSync(file);
    expect(read()).not.toBe(made);
  });

  test.each(['', '\n', 'cut-off'])('that a crash left as %j is made anew', (left) => {
    writeFileSync(file, left);
    const made = read();
    expect(made.length).toBeGreaterThanOrEqual(32);
    expect(readFileSync(file, 'utf8')).toBe(`${made}\n`);
  });
});
