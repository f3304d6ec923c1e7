import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '#contract/operation.ts';
import { apiRoutes, type ApiRoute } from '#server/testing/api-routes.ts';
import type { Browser } from '#server/testing/browser.ts';
import { clinicId, doctorId, slotId } from '#server/testing/fake-bookings.ts';
import { anna, boris, irina, maria } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

const hold = { person: 'self', clinicId, doctorId, slotId };
const bookings = [
  { source: 'clinic-visits', id: `visit-${anna.self.policy}` },
  { source: 'home-calls', id: `call-${anna.self.policy}` },
  { source: 'visits', id: 'visit-loop-anna' },
];

let portal: Portal;
let annas: Browser;
/** What is Anna's alone. */
const mine = { hold: '', operation: '', request: '' };
const strangers: Record<string, Browser> = {};

beforeAll(async () => {
  portal = await startPortal();
  annas = await portal.signedIn(anna);
  const kept = (await annas.post('/api/holds', hold)).json<Operation>();
  const requested = await annas.post('/api/requests', {
    person: 'self',
    orderId: 7001,
    dateFrom: '2026-03-10',
  });
  mine.hold = kept.hold?.id ?? '';
  mine.operation = kept.id;
  mine.request = requested.json<Operation>().booking?.id ?? '';
  const irinas = await portal.signedIn(irina);
  await irinas.post('/api/desk/patient', { policy: boris.self.policy, birthDate: boris.self.birthDate });
  strangers['another patient'] = await portal.signedIn(boris);
  strangers['a mother'] = await portal.signedIn(maria);
  strangers['a registrar with another patient in hand'] = irinas;
  strangers['a registrar with nobody in hand'] = await portal.signedIn(irina);
});
afterAll(() => portal.close());

const personOf = async (browser: Browser): Promise<string> => {
  const { people } = (await browser.get('/api/session')).json<{ people: { ref: string }[] }>();
  return people[0]?.ref ?? 'patient-none';
};

const ask = (browser: Browser, { method, body }: ApiRoute, address: string, person: string) =>
  browser.send({
    method,
    url: address,
    headers: method === 'GET' ? {} : browser.ours(),
    ...(body ? { payload: body(person) } : {}),
  });

/** Every route that names a thing, with the id of Anna's and the shape of one that is not there. */
const things: readonly { route: string; source: string; id: () => string; nothing: string }[] = [
  ...['GET /api/bookings/:source/:id', 'POST /api/bookings/:source/:id/cancel'].flatMap((route) => [
    ...bookings.map(({ source, id }) => ({ route, source, id: () => id, nothing: 'visit-of-nobody' })),
    { route, source: 'requests', id: () => mine.request, nothing: '999999' },
  ]),
  ...['GET /api/bookings/visits/:id/times', 'POST /api/bookings/visits/:id/move'].map((route) => ({
    route,
    source: 'visits',
    id: () => 'visit-loop-anna',
    nothing: 'visit-of-nobody',
  })),
  { route: 'POST /api/requests/:id/book', source: '', id: () => mine.request, nothing: '999999' },
  ...['GET /api/operations/:id', 'POST /api/operations/:id/seen'].map((route) => ({
    route,
    source: '',
    id: () => mine.operation,
    nothing: randomUUID(),
  })),
  ...['POST /api/holds/:id/confirm', 'DELETE /api/holds/:id'].map((route) => ({
    route,
    source: '',
    id: () => mine.hold,
    nothing: randomUUID(),
  })),
];

const routeOf = (name: string): ApiRoute => {
  const found = apiRoutes.find(({ method, route }) => `${method} ${route}` === name);
  if (!found) throw new Error(`There is no ${name}`);
  return found;
};

describe.each([
  'another patient',
  'a mother',
  'a registrar with another patient in hand',
  'a registrar with nobody in hand',
])("to %s Anna's own", (stranger) => {
  test.each(things)('$source is not there: $route', async ({ route: name, source, id, nothing }) => {
    const browser = strangers[stranger];
    if (!browser) throw new Error('Nobody is there');
    const person = await personOf(browser);
    const route = routeOf(name);
    const addressOf = (of: string) =>
      route.url(person, of).replace('clinic-visits', source || 'clinic-visits');
    const before = portal.upstreams.asked.length;
    const [theirs, none] = [
      await ask(browser, route, addressOf(id()), person),
      await ask(browser, route, addressOf(nothing), person),
    ];
    expect(theirs.json()).toMatchObject({
      failure: expect.stringMatching(/^portal\.(not-found|another-patient)$/),
      status: 404,
      operation: null,
    });
    expect([theirs.statusCode, theirs.body]).toEqual([none.statusCode, none.body]);
    expect(Object.keys(theirs.headers)).toEqual(Object.keys(none.headers));
    expect(portal.upstreams.asked).toHaveLength(before);
  });
});

describe('to a patient', () => {
  const perPerson = apiRoutes.filter(
    ({ url, body }) => url('x', '').includes('person=') || 'person' in (body?.('x') ?? {}),
  );

  test.each(perPerson.filter(({ route }) => !route.startsWith('/api/desk')))(
    'nobody but their own people is there: $method $route',
    async (route) => {
      const before = portal.upstreams.asked.length;
      for (const other of ['child-1', 'patient-1', anna.self.policy, '__proto__', '']) {
        const response = await ask(strangers['another patient']!, route, route.url(other, '1'), other);
        expect(response.json(), other).toMatchObject({ failure: 'portal.not-found', status: 404 });
      }
      expect(portal.upstreams.asked).toHaveLength(before);
    },
  );

  test('a child is theirs by its place in the session, and no further', async () => {
    const marias = strangers['a mother']!;
    const listed = await marias.get('/api/bookings/clinic-visits?person=child-2');
    expect(listed.json()).toMatchObject({ bookings: [{ id: `visit-${maria.children[1]?.policy}` }] });
    expect((await marias.get('/api/bookings/clinic-visits?person=child-3')).statusCode).toBe(404);
  });

  test("a child's booking is not there under the parent's own name", async () => {
    const id = `visit-${maria.children[0]?.policy}`;
    const ask = (person: string) =>
      strangers['a mother']!.get(`/api/bookings/clinic-visits/${id}?person=${person}`);
    expect([(await ask('child-1')).statusCode, (await ask('self')).statusCode]).toEqual([200, 404]);
  });
});

test('to Anna it is all there, after everybody else has tried', async () => {
  for (const { source, id } of bookings)
    expect((await annas.get(`/api/bookings/${source}/${id}?person=self`)).json()).toMatchObject({ id });
  const request = await annas.get(`/api/bookings/requests/${mine.request}?person=self`);
  expect(request.json()).toMatchObject({ id: mine.request, orderId: 7001 });
  const operation = await annas.get(`/api/operations/${mine.operation}`);
  expect(operation.json()).toMatchObject({ id: mine.operation, state: 'confirmed' });
  const confirmed = await annas.post(`/api/holds/${mine.hold}/confirm`);
  expect(confirmed.json()).toMatchObject({ state: 'confirmed', booking: { kind: 'clinic-visit' } });
});
