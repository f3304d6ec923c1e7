import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anna } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

const folder = mkdtempSync(join(tmpdir(), 'talon-headers-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Talon</title>');
writeFileSync(join(folder, 'assets', 'index-1a2b.js'), 'export {};');

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal({ portal: folder, issuer: 'http://127.0.0.1:9/identity' });
});
afterAll(async () => {
  await portal.close();
  rmSync(folder, { recursive: true });
});

const addresses = [
  '/',
  '/bookings',
  '/assets/index-1a2b.js',
  '/assets/gone.js',
  '/api/session',
  '/api/bookings/visits?person=self',
  '/api/nothing',
  '/auth/login',
  '/healthz',
];

describe.each(addresses)('the answer at %s', (address) => {
  test('lets nothing be guessed, framed or told to others', async () => {
    const { headers } = await portal.browser().get(address);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'permissions-policy': expect.stringMatching(/camera=\(\), .*geolocation=\(\)/),
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('lets only our own files run, and no text become a script', async () => {
    const { headers } = await portal.browser().get(address);
    const policy = Object.fromEntries(
      String(headers['content-security-policy'])
        .split(';')
        .map((part) => part.trim().split(/ (.*)/)),
    );
    expect(policy).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'manifest-src': "'self'",
      'worker-src': "'self'",
      'form-action': "'self' http://127.0.0.1:9",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'talon-offline',
    });
  });
});

describe('what a cache may keep', () => {
  test.each([...addresses.filter((address) => address !== '/assets/index-1a2b.js'), '/%zz'])(
    'of %s is nothing',
    async (address) => {
      const { headers } = await portal.browser().get(address);
      expect(headers['cache-control']).toBe('no-store');
    },
  );

  test('of an answer to somebody is nothing, whether it worked or not', async () => {
    const annas = await portal.signedIn(anna);
    for (const response of [
      await annas.get('/api/bookings/clinic-visits?person=self'),
      await annas.get('/api/bookings/clinic-visits?person=child-1'),
      await annas.post('/api/holds', {}),
    ])
      expect(response.headers['cache-control']).toBe('no-store');
  });

  test('of a file named by its content is everything, for a year', async () => {
    const { headers } = await portal.browser().get('/assets/index-1a2b.js');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });
});

test('https is asked for ever after, but only by https', async () => {
  const secure = await startPortal({ publicUrl: 'https://talon.example' });
  const { headers } = await secure.browser().get('/api/session');
  expect(headers['strict-transport-security']).toBe('max-age=63072000');
  expect((await portal.browser().get('/')).headers).not.toHaveProperty('strict-transport-security');
  await secure.close();
});
