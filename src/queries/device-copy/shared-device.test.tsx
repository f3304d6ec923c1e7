import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Session } from '#contract/session.ts';
import { signedIn } from '#src/testing/show-screen.tsx';
import { createQueryClient } from '../query-client.ts';
import { sessionQueries } from '../session-queries.ts';
import { isShared } from './shared-device.ts';

const signedOut: Session = { authenticated: false, now: '2026-11-21T09:00:00.000Z' };
const know = (answer: Session) => {
  vi.stubGlobal('fetch', async () => Response.json(answer));
  return createQueryClient().fetchQuery(sessionQueries.current());
};

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.unstubAllGlobals();
});

test('a device is shared as soon as a registrar is known on it, before any screen is there', async () => {
  await know(signedIn({ role: 'registrar', people: [] }));
  expect(isShared()).toBe(true);
});

test.each([
  ['a patient', signedIn()],
  ['nobody', signedOut],
])('it is not where %s is signed in', async (_who, answer) => {
  await know(answer);
  expect(isShared()).toBe(false);
});
