import type { SignedIn } from '#contract/session.ts';
import type { Subject } from '#server/session/subject.ts';
import type { Browser } from './browser.ts';
import { startProvider } from './fake-provider.ts';
import { startPortal } from './start-portal.ts';

/** Where somebody is typing, and what. */
export const returnTo = '/bookings/visits/7/cancel?person=self';
export const values = { reason: 'Заболел ребёнок' };

const start = new Date('2026-03-02T08:00:00.000Z');
export const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

export const session = async (browser: Browser) => (await browser.get('/api/session')).json<SignedIn>();

/** What a page sends when whoever is signed in there leaves to sign in again. */
export const typed = async (browser: Browser) => ({
  returnTo,
  draft: { account: (await session(browser)).account, values },
});

/** Leaves for the provider; answers where to. */
export const begin = async (browser: Browser, body: object) =>
  (await browser.post('/auth/login', body)).json<{ location: string }>().location;

/** The page asks for what was typed at its address. */
export const take = async (browser: Browser, address = returnTo) =>
  (await browser.post('/api/session/draft', { address })).json<{ values: unknown }>().values;

export const claimsOf = ({ sub, role, self }: Subject) => ({
  sub,
  role,
  name: self.name,
  birthdate: self.birthDate,
  oms_policy: self.policy,
});

/** The portal with a provider to sign in at, whose answers are held to the real time: `portal.clock` does not move it. */
export async function startSigningIn(now: () => Date) {
  const provider = await startProvider(now);
  const portal = await startPortal({ issuer: provider.url });
  return {
    ...portal,
    provider,
    /** Back at the portal, let in as somebody; answers where they are led. */
    comeBack: async (browser: Browser, location: string, who: Subject) => {
      const back = await browser.get(provider.letIn(location, claimsOf(who)));
      // The page that is loaded there asks who is signed in.
      await session(browser);
      return back.headers.location;
    },
    close: async () => {
      await portal.close();
      await provider.close();
    },
  };
}

export type SigningIn = Awaited<ReturnType<typeof startSigningIn>>;
