import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Operation } from '#contract/operation.ts';
import type { SignedIn } from '#contract/session.ts';
import { apiRoutes } from '#server/testing/api-routes.ts';
import type { Browser } from '#server/testing/browser.ts';
import { clinicId, doctorId, slotId } from '#server/testing/fake-bookings.ts';
import { anna, boris, irina } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());
beforeEach(async () => {
  await portal.store.db.deleteFrom('rate_counts').execute();
  portal.upstreams.asked.length = 0;
  await portal.store.db.deleteFrom('operations').execute();
  await portal.store.db.deleteFrom('holds').execute();
});

const search = ({ self: { policy, birthDate } } = anna) => ({ policy, birthDate });
const opened = async (browser: Browser, who = anna) =>
  (await browser.post('/api/desk/patient', search(who))).json<SignedIn>().people[0]?.ref ?? '';
const keep = (browser: Browser, person: string) =>
  browser.post('/api/holds', { person, clinicId, doctorId, slotId });
const visits = (browser: Browser, person: string) =>
  browser.get(`/api/bookings/clinic-visits?person=${person}`);

describe('a patient', () => {
  test.each(apiRoutes.filter(({ route }) => route.startsWith('/api/desk')))(
    'is refused what is for registrars: $method $route',
    async ({ method, url, body }) => {
      const annas = await portal.signedIn(anna);
      const response = await annas.send({
        method,
        url: url('self', ''),
        headers: annas.ours(),
        ...(body ? { payload: body('self') } : {}),
      });
      expect([response.statusCode, response.json()]).toMatchObject([403, { failure: 'portal.not-allowed' }]);
    },
  );

  test.each(apiRoutes.filter(({ body }) => body))(
    'who names in whose name to act is refused: $method $route',
    async ({ method, url, body }) => {
      const annas = await portal.signedIn(anna);
      const forged = { ...body?.('self'), externalUserId: irina.sub };
      const response = await annas.send({
        method,
        url: url('self', randomUUID()),
        headers: annas.ours(),
        payload: forged,
      });
      expect([response.statusCode, response.json()]).toMatchObject([403, { failure: 'portal.not-allowed' }]);
      expect(portal.upstreams.asked).toEqual([]);
    },
  );

  test('who names it in the address is refused as well', async () => {
    const annas = await portal.signedIn(anna);
    const response = await annas.get('/api/bookings/clinic-visits?person=self&externalUserId=1');
    expect(response.json()).toMatchObject({ failure: 'portal.not-allowed' });
  });

  test('acts as themselves, whatever else they send', async () => {
    const annas = await portal.signedIn(anna);
    const forged = {
      person: 'self',
      policy: boris.self.policy,
      birthDate: '1900-01-01',
      actsForAnother: true,
      role: 'registrar',
    };
    await annas.post('/api/holds', { ...forged, clinicId, doctorId, slotId });
    expect(portal.upstreams.asked).toMatchObject([
      { write: 'reserve', patient: { ...search(anna), externalUserId: anna.sub, actsForAnother: false } },
    ]);
  });
});

describe('a registrar', () => {
  let irinas: Browser;
  beforeEach(async () => {
    irinas = await portal.signedIn(irina);
  });

  test('has nobody at first, not even themselves', async () => {
    expect((await irinas.get('/api/session')).json()).toMatchObject({ role: 'registrar', people: [] });
    expect((await visits(irinas, 'self')).statusCode).toBe(404);
  });

  test('acts for the patient found, in their own name', async () => {
    const person = await opened(irinas);
    expect((await keep(irinas, person)).statusCode).toBe(200);
    expect(portal.upstreams.asked).toMatchObject([
      { write: 'reserve', patient: { ...search(anna), externalUserId: irina.sub, actsForAnother: true } },
    ]);
  });

  test('is not told the policy again', async () => {
    const response = await irinas.post('/api/desk/patient', search());
    expect(response.body).not.toContain(anna.self.policy);
    expect(response.json()).toMatchObject({ people: [{ relation: 'patient', birthDate: '1984-03-14' }] });
  });

  test('loses the patient before when another is found', async () => {
    const before = await opened(irinas);
    const now = await opened(irinas, boris);
    expect((await visits(irinas, before)).statusCode).toBe(404);
    expect((await visits(irinas, now)).json()).toMatchObject({
      bookings: [{ id: `visit-${boris.self.policy}` }],
    });
  });

  test('never meets two patients under one name, not even the same patient twice', async () => {
    const first = await opened(irinas);
    portal.clock.now = new Date(portal.clock.now.getTime() + 1);
    expect(await opened(irinas)).not.toBe(first);
  });

  test('has nobody again once they are done', async () => {
    const person = await opened(irinas);
    expect((await irinas.delete(`/api/desk/patient?person=${person}`)).json()).toMatchObject({ people: [] });
    expect((await visits(irinas, person)).statusCode).toBe(404);
    expect((await keep(irinas, person)).statusCode).toBe(404);
    expect(portal.upstreams.asked).toEqual([]);
  });

  test('does not share the patient with a colleague', async () => {
    const person = await opened(irinas);
    expect((await visits(await portal.signedIn(irina), person)).statusCode).toBe(404);
  });

  test('keeps the patient when somebody else is not found', async () => {
    const person = await opened(irinas);
    const response = await irinas.post('/api/desk/patient', { ...search(), policy: '9000000000000001' });
    expect([response.statusCode, response.json()]).toMatchObject([
      404,
      { failure: 'portal.no-such-patient' },
    ]);
    expect((await visits(irinas, person)).statusCode).toBe(200);
  });

  test.each([
    ['a policy that is none', { policy: '12', birthDate: '1984-03-14' }, 'policy', 'desk.policy.digits'],
    [
      'a date that is none',
      { policy: '5000000000000001', birthDate: '14.03.1984' },
      'birthDate',
      'desk.birthDate.date',
    ],
  ])('is told which field holds %s', async (_what, wrong, field, message) => {
    const response = await irinas.post('/api/desk/patient', wrong);
    expect([response.statusCode, response.json()]).toMatchObject([400, { fields: { [field]: message } }]);
  });

  test('leaves what was kept and not booked to be given back', async () => {
    await keep(irinas, await opened(irinas));
    const sessionOfHold = async () =>
      (await portal.store.db.selectFrom('holds').select(['session', 'state']).execute())[0];
    expect(await sessionOfHold()).toEqual({ session: expect.any(String), state: 'held' });
    await opened(irinas, boris);
    expect(await sessionOfHold()).toEqual({ session: null, state: 'held' });
  });

  test('types an order for the patient in hand alone', async () => {
    expect((await irinas.post('/api/desk/orders', { person: 'self', orderId: 7001 })).statusCode).toBe(404);
    const person = await opened(irinas);
    await irinas.post('/api/desk/orders', { person, orderId: '7001' });
    await irinas.post('/api/desk/orders', { person, orderId: 7001 });
    expect((await irinas.get(`/api/orders?person=${person}`)).json()).toEqual({ orders: [7001] });
    const other = await opened(irinas, boris);
    expect((await irinas.get(`/api/orders?person=${other}`)).json()).toEqual({ orders: [] });
  });

  test("cannot finish what the patient began: the patient's operation is not there", async () => {
    const annas = await portal.signedIn(anna);
    const operation = (await keep(annas, 'self')).json<Operation>();
    await opened(irinas);
    for (const address of [`/api/operations/${operation.id}`, `/api/operations/${randomUUID()}`])
      expect((await irinas.get(address)).statusCode).toBe(404);
    expect((await irinas.post(`/api/holds/${operation.hold?.id}/confirm`)).statusCode).toBe(404);
    expect(portal.upstreams.writes()).toEqual(['reserve']);
  });

  test("is shown what of a patient's is under way under the name that the patient has here", async () => {
    await keep(irinas, await opened(irinas));
    portal.clock.now = new Date(portal.clock.now.getTime() + 1);
    await portal.store.db.updateTable('operations').set({ state: 'unknown' }).execute();
    const person = await opened(irinas);
    const { operations } = (await irinas.get(`/api/operations?person=${person}`)).json<{
      operations: Operation[];
    }>();
    expect(operations).toMatchObject([{ kind: 'hold', person, hold: { person } }]);
    expect((await irinas.get(`/api/operations/${operations[0]?.id}`)).json()).toMatchObject({ person });
    const current = await irinas.get(`/api/holds/current?person=${person}`);
    expect(current.json()).toMatchObject({ hold: { person } });
  });
});
