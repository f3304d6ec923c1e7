import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { returnPath } from './return-path.ts';

const portal = 'https://talon.example';

/** What addresses are made of, and what makes them something else. */
const pieces = [
  '/',
  '//',
  '\\',
  '.',
  '..',
  './',
  '../',
  '?',
  '#',
  '@',
  ':',
  ';',
  '&',
  '=',
  '%',
  '%2f',
  '%2F',
  '%5c',
  '%2e',
  '%2e%2e',
  '%252f',
  '%255c',
  '%00',
  '%0d%0a',
  '%09',
  '%u002f',
  '\t',
  '\n',
  '\r',
  '\0',
  ' ',
  '\u00a0',
  '\u2028',
  '\ufeff',
  '\ud800',
  '／',
  '。',
  'evil.example',
  'talon.example',
  'http:',
  'https:',
  'javascript:',
  'data:',
  '[::1]',
  'xn--',
  'я',
  'auth',
  'login',
  'callback',
  'api',
  'AUTH',
  '%61uth',
  'bookings',
  'visits',
  '1',
  'person=child-1',
];
const address = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => `/${parts.join('')}`),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.webUrl(),
  fc.string({ unit: 'binary' }),
);

describe('the way back after a sign-in', () => {
  test('leads to a page of ours, whatever was asked for', () => {
    fc.assert(
      fc.property(address, (asked) => {
        const path = returnPath(asked);
        expect(path).toMatch(/^\/(?![/\\])[^\p{Cc}\\]*$/u);
        for (const read of [path, decodeURI(path.split('?')[0] ?? '')]) {
          const url = new URL(read, portal);
          expect(url.origin).toBe(portal);
          expect(url.pathname).not.toMatch(/^\/[/\\]|^\/(auth|api)(\/|$)/i);
        }
        expect(returnPath(path)).toBe(path);
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    '/.//evil.example/phish',
    '/..//evil.example',
    '//evil.example',
    '/\\evil.example',
    '/%2f/evil.example',
    '/%5cevil.example',
    '/%252f%252fevil.example',
    '/\t/evil.example',
    '/%09/evil.example',
    'https://evil.example/',
    '/auth/login',
    '/./auth/login?return=/',
    '/%61uth/login',
    '/x/../auth/callback',
    '/api/session',
    '',
    undefined,
    ['/bookings'],
  ])('is the start page where %j was asked for', (asked) => {
    expect(returnPath(asked)).toBe('/');
  });

  test.each([
    '/',
    '/desk',
    '/bookings/clinic-visits/1/cancel?person=child-1',
    '/reserve?person=self&name=%D0%BE%D1%80+%D0%BB',
    '/?next=https://evil.example',
  ])('is the very page where that is ours: %s', (asked) => {
    expect(returnPath(asked)).toBe(asked);
  });
});
