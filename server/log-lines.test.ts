import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Operation } from '#contract/operation.ts';
import { apiRoutes } from '#server/testing/api-routes.ts';
import type { Browser } from '#server/testing/browser.ts';
import { startProvider, type Provider } from '#server/testing/fake-provider.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

/** Told by the provider, typed by a person or sent by an upstream: none of it belongs into a log. */
const canaries = {
  sub: 'canary-1000000077',
  name: 'Канарейка Желтова',
  birthdate: '1977-07-07',
  oms_policy: '5777777777777777',
  loop_patient_id: 'loop-canary',
};
const child = {
  id: 'chick',
  name: 'Птенец Желтов',
  birthdate: '2017-07-17',
  oms_policy: '5777777777777778',
};
const secrets = ['the-access-token', 'the-client-secret', 'a-secret-of-more-than-32-characters!'];
const typed = 'боюсь уколов, позвоните +7 911 000-77-77';
const order = 770077;

let provider: Provider;
let portal: Portal;
beforeAll(async () => {
  provider = await startProvider(() => new Date());
  portal = await startPortal({ issuer: provider.url });
});
afterAll(async () => {
  await portal.close();
  await provider.close();
});

const claims = { ...canaries, kids: [child], connect_orders: [order] };
const signIn = async (browser: Browser, told: object) => {
  const back = provider.letIn(String((await browser.get('/auth/login')).headers.location), { ...told });
  const landed = await browser.get(back);
  // The page that is loaded there asks who is signed in.
  await browser.get('/api/session');
  return landed;
};
const everywhere = async (browser: Browser, person: string, id: string) => {
  for (const { method, url, body, route } of apiRoutes.filter(({ route }) => route !== '/api/events'))
    await browser.send({
      method,
      url: url(person, id),
      headers: method === 'GET' ? {} : browser.ours(),
      ...(body ? { payload: { ...body(person), reason: typed, route } } : {}),
    });
};

/** Goes to every route, as a patient and as a registrar, and through what may break on the way. */
async function walk(): Promise<string[]> {
  const patients = portal.browser();
  await signIn(patients, { ...claims, role: 'patient' });
  const requested = await patients.post('/api/requests', {
    person: 'self',
    orderId: order,
    dateFrom: '2026-03-10',
  });
  for (const id of [`visit-${canaries.oms_policy}`, requested.json<Operation>().id, randomUUID()])
    for (const person of ['self', 'child-1', canaries.oms_policy]) await everywhere(patients, person, id);

  const registrars = portal.browser();
  await signIn(registrars, { ...claims, role: 'registrar', kids: [] });
  const search = { policy: child.oms_policy, birthDate: child.birthdate };
  const found = await registrars.post('/api/desk/patient', search);
  const { people } = found.json<{ people: { ref: string }[] }>();
  await everywhere(registrars, people[0]?.ref ?? '', `visit-${child.oms_policy}`);

  await signIn(portal.browser(), { ...claims, role: 'patient', nonce: 'of-another' });
  await signIn(portal.browser(), { ...claims, role: canaries.name });
  const list = vi.spyOn(portal.upstreams.clinicVisits, 'list');
  list.mockRejectedValueOnce(Object.assign(new Error('broke'), { patient: canaries, cause: claims }));
  await patients.get('/api/bookings/clinic-visits?person=self');
  await patients.send({
    method: 'POST',
    url: `/api/holds?policy=${canaries.oms_policy}`,
    headers: { ...patients.ours(), 'content-type': 'application/json' },
    payload: `{"name":"${canaries.name}`,
  });
  const cookies = [patients, registrars].map(({ cookies: jar }) => jar.get('talon') ?? '');
  for (const browser of [patients, registrars]) await browser.post('/auth/logout');
  return cookies;
}

test('the log names nobody, and repeats nothing that was typed, sent or kept secret', async () => {
  const cookies = await walk();
  const log = portal.log.join('');
  const told = [...Object.values(canaries), ...Object.values(child).slice(1)];
  for (const canary of [...told, ...secrets, ...cookies, typed, String(order)])
    expect(log).not.toContain(canary);
  expect(log).not.toMatch(/eyJ[\w-]+\.[\w-]+\./);
  expect(log).not.toContain('code-');
});

test('the log names the routes that were asked, how they were answered, and by which request', () => {
  const lines = portal.log.map((line) => JSON.parse(line) as Record<string, unknown>);
  const routes = new Set(lines.map(({ method, route }) => `${String(method)} ${String(route)}`));
  for (const { method, route } of apiRoutes.filter(({ route }) => route !== '/api/events'))
    expect(routes).toContain(`${method} ${route}`);
  expect(lines).toContainEqual(
    expect.objectContaining({ msg: 'answered', status: 200, reqId: expect.any(String) }),
  );
});

test('the figures name routes and nobody', async () => {
  const { body } = await portal.browser().get('/metrics');
  expect(body).toContain('route="/api/bookings/:source/:id"');
  for (const canary of Object.values(canaries)) expect(body).not.toContain(canary);
});
