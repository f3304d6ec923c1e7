import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Operation } from '#contract/operation.ts';
import type { SignedIn } from '#contract/session.ts';
import { apiRoutes } from '#server/testing/api-routes.ts';
import type { Browser } from '#server/testing/browser.ts';
import { clinicId, doctorId, slotId } from '#server/testing/fake-bookings.ts';
import { anna, boris, irina } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

let portal: Portal;
let irinas: Browser;
/** Whom the other tab still shows, and who is in hand by now. */
let shown: string;
let inHand: string;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const found = async ({ self: { policy, birthDate } } = anna) =>
  (await irinas.post('/api/desk/patient', { policy, birthDate })).json<SignedIn>().people[0]?.ref ?? '';
const people = async () => (await irinas.get('/api/session')).json<SignedIn>().people.map(({ ref }) => ref);

beforeEach(async () => {
  await portal.store.db.deleteFrom('operations').execute();
  await portal.store.db.deleteFrom('rate_counts').execute();
  await portal.store.db.deleteFrom('holds').execute();
  irinas = await portal.signedIn(irina);
  shown = await found();
  inHand = await found(boris);
  portal.upstreams.asked.length = 0;
});

describe('a tab that still shows the patient before', () => {
  const ofPerson = apiRoutes.filter(
    ({ route, url, body }) =>
      // A file, which is not asked for by the page: it leads back to it.
      !route.endsWith('calendar.ics') &&
      (url('x', '').includes('person=') || 'person' in (body?.('x') ?? {})),
  );

  test.each(ofPerson)('is told so, and reaches nobody: $method $route', async ({ method, url, body }) => {
    const response = await irinas.send({
      method,
      url: url(shown, '1'),
      headers: irinas.ours(),
      ...(body ? { payload: body(shown) } : {}),
    });
    expect(response.json()).toMatchObject({ failure: 'portal.another-patient' });
    expect(portal.upstreams.asked).toEqual([]);
    expect(await people()).toEqual([inHand]);
  });

  test.each(['POST', 'DELETE'] as const)('decides on no time that was kept for them: %s', async (method) => {
    shown = await found();
    const kept = (
      await irinas.post('/api/holds', { person: shown, clinicId, doctorId, slotId })
    ).json<Operation>();
    await found(boris);
    const url = `/api/holds/${kept.hold?.id}${method === 'POST' ? '/confirm' : ''}`;
    const response = await irinas.send({ method, url, headers: irinas.ours() });
    expect(response.json()).toMatchObject({ failure: 'portal.another-patient' });
    expect(portal.upstreams.writes()).toEqual(['reserve']);
  });

  test('types no order of theirs for whoever is in hand now', async () => {
    await irinas.post('/api/desk/orders', { person: shown, orderId: 7001 });
    expect((await irinas.get(`/api/orders?person=${inHand}`)).json()).toEqual({ orders: [] });
  });
});

test('an order that was typed while another patient was found does not bring the first one back', async () => {
  const { sessions } = portal.deps;
  const before = await sessions.look(irinas.cookies.get('talon') ?? '', portal.clock.now);
  if (!before) throw new Error('Nobody is signed in.');
  const now = await found();
  expect(await sessions.updateWhileInHand(before, before.subject)).toBe(false);
  expect(await people()).toEqual([now]);
});
