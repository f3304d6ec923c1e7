import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { hashOf } from '#server/session/sessions.ts';
import type { Subject } from '#server/session/subject.ts';
import { apiRoutes } from '#server/testing/api-routes.ts';
import type { Browser } from '#server/testing/browser.ts';
import { clinicId, doctorId, slotId } from '#server/testing/fake-bookings.ts';
import { boris, maria } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

/** One browser with two tabs: the page of one is still Maria's, the cookie is Boris's by now. */
let portal: Portal;
let tab: Browser;
let marias: string;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());
beforeEach(async () => {
  marias = (await portal.signedIn(maria)).account ?? '';
  tab = await portal.signedIn(boris);
  portal.upstreams.asked.length = 0;
});

const stored = async () => ({
  operations: await portal.store.db.selectFrom('operations').selectAll().execute(),
  holds: await portal.store.db.selectFrom('holds').selectAll().execute(),
  sessions: await portal.store.db.selectFrom('sessions').selectAll().execute(),
});
const refusal = { failure: 'portal.another-account', status: 409, operation: null };

/** A file of its own, which the browser opens and no page asks for: its address names the person. */
const ofPages = apiRoutes.filter(({ route }) => !route.endsWith('calendar.ics'));

test.each(ofPages)(
  'a request of another person’s page is refused and changes nothing: $method $route',
  async ({ method, url, body }) => {
    const before = await stored();
    const response = await tab.send({
      method,
      url: url('self', randomUUID()),
      headers: { ...tab.ours(), 'x-portal-account': marias },
      ...(body ? { payload: body('self') } : {}),
    });
    expect(response.json()).toMatchObject(refusal);
    expect(response.body).not.toContain(boris.self.name);
    expect(await stored()).toEqual(before);
    expect(portal.upstreams.asked).toEqual([]);
  },
);

test.each(ofPages.filter(({ method }) => method !== 'GET'))(
  'a write that does not say whose page it comes from is refused: $method $route',
  async ({ method, url, body }) => {
    const response = await tab.send({
      method,
      url: url('self', randomUUID()),
      headers: { ...tab.ours(), 'x-portal-account': '' },
      ...(body ? { payload: body('self') } : {}),
    });
    expect(response.json()).toMatchObject(refusal);
  },
);

test('a stream of events, which carries no header of ours, names its account in the address', async () => {
  const asked = await tab.get(`/api/events?account=${marias}`);
  expect(asked.json()).toMatchObject(refusal);
});

test('a sign-out from another person’s page leaves whoever is signed in now signed in', async () => {
  const response = await tab.post('/auth/logout', {}, { 'x-portal-account': marias });
  expect(response.json()).toMatchObject(refusal);
  expect((await tab.get('/api/session')).json()).toMatchObject({ name: boris.self.name });
});

test('who is signed in is answered to every page: that is how it learns of it', async () => {
  const response = await tab.get('/api/session', { 'x-portal-account': marias });
  expect(response.json()).toMatchObject({ authenticated: true, account: tab.account });
});

describe('a hold of a session that another replaces', () => {
  const held = async () => {
    const marias = await portal.signedIn(maria);
    await marias.post('/api/holds', { person: 'self', clinicId, doctorId, slotId });
    return marias;
  };
  const heldBy = async () =>
    (await portal.store.db.selectFrom('holds').select('session').execute()).map(({ session }) => session);
  const signInAs = (who: Subject, browser: Browser) => {
    const finish = vi.spyOn(portal.deps.signIn, 'finish');
    finish.mockResolvedValueOnce({ who, draft: null, returnTo: '/', unfit: [] });
    return browser.get('/auth/callback');
  };
  beforeEach(() => portal.store.db.deleteFrom('holds').execute());

  test('is given back once somebody else has signed in', async () => {
    await signInAs(boris, await held());
    expect(await heldBy()).toEqual([null]);
  });

  test('goes on with the same person', async () => {
    const marias = await held();
    await signInAs(maria, marias);
    expect(await heldBy()).toEqual([hashOf(marias.cookies.get('talon') ?? '')]);
  });
});
