import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { requestsPerMinute } from '#server/plugins/bought/rate-limits.ts';
import { FailedAfterSend } from '#server/operations/failed-after-send.ts';
import type { Browser } from '#server/testing/browser.ts';
import { clinicId, doctorId, slotId } from '#server/testing/fake-bookings.ts';
import { anna, boris } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

let portal: Portal;
let annas: Browser;
beforeAll(async () => {
  portal = await startPortal();
  portal.app.get('/api/broken', () => {
    throw new Error('the secret of the database is 1234');
  });
  portal.app.post('/api/broken', () => {
    throw new Error('the database went away before the send');
  });
  portal.app.post('/api/broken-after-send', () => {
    throw new FailedAfterSend(new Error('the database went away'));
  });
  portal.app.get('/api/overloaded', () => {
    throw Object.assign(new Error('busy'), { statusCode: 503 });
  });
  annas = await portal.signedIn(anna);
});
afterAll(() => portal.close());

const hold = { person: 'self', clinicId, doctorId, slotId };
const json = { 'content-type': 'application/json' };
const post = (payload: string, headers: Record<string, string> = json) =>
  annas.send({ method: 'POST', url: '/api/holds', headers: { ...annas.ours(), ...headers }, payload });
const problem = (failure: string, status: number) => ({
  type: `urn:talon:failure:${failure}`,
  title: failure,
  status,
  failure,
  upstream: null,
  facts: {},
  text: null,
  operation: null,
});

describe('a failure has one shape', () => {
  test.each([
    ['of an address that is none', 'GET', '/api/nothing', 404],
    ['of a write to an address that is none', 'POST', '/api/nothing', 404],
    ['beside the API', 'POST', '/nothing', 404],
    ['of a page where no portal is built in', 'GET', '/bookings', 404],
    ['of a source that is none', 'GET', '/api/bookings/everything?person=self', 404],
    ['of an id that is too long', 'GET', `/api/bookings/visits/${'x'.repeat(101)}?person=self`, 404],
  ] as const)('%s', async (_what, method, url, status) => {
    const response = await annas.send({ method, url, headers: annas.ours() });
    expect([response.statusCode, response.json()]).toEqual([status, problem('portal.not-found', status)]);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  test.each(['/%zz', '/api/%', '/api/bookings/visits/%c0%af?person=self'])(
    'of an address that cannot be read, which is not repeated: %s',
    async (address) => {
      const response = await annas.get(address);
      expect(response.json()).toEqual(problem('portal.invalid-input', 400));
      expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    },
  );

  test('of ours that nobody named: it says that we broke, and not how', async () => {
    const response = await annas.get('/api/broken');
    expect([response.statusCode, response.json()]).toEqual([500, problem('portal.unexpected', 500)]);
  });

  test('of ours before a write was sent: nothing was, and it may be sent again', async () => {
    const response = await annas.post('/api/broken', {});
    expect([response.statusCode, response.json()]).toEqual([503, problem('portal.not-sent', 503)]);
  });

  test('of ours once a write may have been sent: nobody is told that it was not', async () => {
    const response = await annas.post('/api/broken-after-send', {});
    expect([response.statusCode, response.json()]).toEqual([500, problem('portal.outcome-unknown', 500)]);
  });

  test('of a server with too much to do', async () => {
    const response = await annas.get('/api/overloaded');
    expect([response.statusCode, response.json()]).toEqual([503, problem('portal.unexpected', 503)]);
  });
});

describe('a body', () => {
  test.each([
    ['that is no JSON', '{"person":', 400],
    ['that is empty', '', 400],
    ['that is a list', '[]', 400],
    ['that is nothing', 'null', 400],
    ['that is too large', JSON.stringify({ ...hold, note: 'x'.repeat(64 * 1024) }), 413],
    ['with a poisoned prototype', '{"__proto__":{"role":"registrar"}}', 400],
    ['with a poisoned constructor', '{"constructor":{"prototype":{"role":"registrar"}}}', 400],
  ])('%s is refused', async (_what, payload, status) => {
    const response = await post(payload);
    expect([response.statusCode, response.json()]).toMatchObject([
      status,
      { failure: 'portal.invalid-input' },
    ]);
    expect({}).not.toHaveProperty('role');
    expect(portal.upstreams.asked).toEqual([]);
  });

  test.each(['application/xml', 'text/html', 'application/x-www-form-urlencoded'])(
    'of type %s is refused',
    async (type) => {
      expect((await post('a=b', { 'content-type': type })).statusCode).toBe(415);
    },
  );

  test.each(Object.keys(hold))('without %s is refused, and the field is named', async (field) => {
    const { [field as keyof typeof hold]: _left, ...rest } = hold;
    expect((await post(JSON.stringify(rest))).json()).toMatchObject({
      status: 400,
      fields: { [field]: expect.any(String) },
    });
  });

  test('that is refused is not repeated in the answer', async () => {
    const response = await post(JSON.stringify({ ...hold, person: 5, slotId: { secret: 'canary' } }));
    expect(response.statusCode).toBe(400);
    expect(response.body).not.toContain('canary');
  });

  test.each([undefined, 'not-a-key', '1'])('under the key %j is refused', async (key) => {
    const { 'idempotency-key': _key, ...ours } = annas.ours();
    const headers = { ...ours, ...json, ...(key === undefined ? {} : { 'idempotency-key': key }) };
    const response = await annas.send({ method: 'POST', url: '/api/holds', headers, payload: hold });
    expect(response.json()).toMatchObject({ status: 400, fields: { 'Idempotency-Key': 'common.error.key' } });
    expect(portal.upstreams.asked).toEqual([]);
  });
});

describe('too many requests', () => {
  const useUp = async (ask: () => Promise<{ statusCode: number }>) => {
    for (let asked = 0; asked < requestsPerMinute; asked += 1) await ask();
  };
  const tooMany = problem('portal.too-many-requests', 429);

  test('of one session are refused with the time to wait, and no other session notices', async () => {
    const [hasty, calm] = [await portal.signedIn(boris), await portal.signedIn(boris)];
    await useUp(() => hasty.get('/api/orders?person=self'));
    const response = await hasty.get('/api/orders?person=self');
    expect([response.statusCode, response.json()]).toEqual([429, tooMany]);
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    expect((await calm.get('/api/orders?person=self')).statusCode).toBe(200);
  });

  test('of one address are refused, whatever cookies it makes up', async () => {
    const somebody = portal.browser();
    let made = 0;
    const ask = () => somebody.get('/api/session', { cookie: `talon=made-up-${(made += 1)}` });
    await useUp(ask);
    expect((await ask()).statusCode).toBe(429);
    expect((await somebody.get('/healthz')).statusCode).toBe(200);
  });

  test('behind a proxy are counted by the address that the proxy saw', async () => {
    const secure = await startPortal({ publicUrl: 'https://talon.example' });
    const somebody = secure.browser();
    let made = 0;
    const from = (address: string) =>
      somebody.get('/api/session', { 'x-forwarded-for': `10.0.0.${(made += 1) % 250}, ${address}` });
    await useUp(() => from('203.0.113.1'));
    expect((await from('203.0.113.1')).statusCode).toBe(429);
    expect((await from('203.0.113.2')).statusCode).toBe(200);
    await secure.close();
  });
});

test('the log says what broke, and how often nothing did', async () => {
  vi.spyOn(portal.upstreams.clinicVisits, 'list').mockRejectedValueOnce(new Error('a surprise'));
  const before = portal.log.length;
  await annas.get('/api/bookings/clinic-visits?person=self');
  await annas.get('/api/nothing');
  const lines = portal.log.slice(before).map((line) => JSON.parse(line) as { msg: string });
  expect(lines.map(({ msg }) => msg)).toEqual(['unexpected', 'answered', 'answered']);
});
