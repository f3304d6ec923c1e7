import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Operation } from '#contract/operation.ts';
import type { Browser } from '#server/testing/browser.ts';
import { clinicId, doctorId, slotId } from '#server/testing/fake-bookings.ts';
import { anna, boris } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

let portal: Portal;
let annas: Browser;
let bookings = 0;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());
beforeEach(async () => {
  annas = await portal.signedIn({ ...anna, self: { ...anna.self, policy: `5${(bookings += 1)}` } });
  portal.upstreams.asked.length = 0;
});

const holdInput = { person: 'self', clinicId, doctorId, slotId };
const timesInput = { person: 'self', orderId: 7001, dateFrom: '2026-03-10' };
const held = async () => (await annas.post('/api/holds', holdInput)).json<Operation>().hold?.id ?? '';
const wish = {
  person: 'self',
  clinicId,
  specialityId: '27',
  doctorId: null,
  phone: '+7 900 000-00-00',
  from: '2026-03-10',
  to: '2026-04-10',
  part: 'any',
  consent: true,
};
const requested = async () =>
  (await annas.post('/api/requests', timesInput)).json<Operation>().booking?.id ?? '';
const post = (url: string, body: object, key: string) => annas.post(url, body, { 'idempotency-key': key });

interface Write {
  readonly name: string;
  readonly write: string;
  /** Arranges what the write is about; answers how it is sent, with whatever key. */
  readonly prepare: () => Promise<(key: string) => ReturnType<Browser['post']>>;
}
const writes: readonly Write[] = [
  { name: 'hold', write: 'reserve', prepare: async () => (key) => post('/api/holds', holdInput, key) },
  {
    name: 'confirmation',
    write: 'confirm',
    prepare: async () => {
      const id = await held();
      return (key) => post(`/api/holds/${id}/confirm`, {}, key);
    },
  },
  {
    name: 'release',
    write: 'release',
    prepare: async () => {
      const id = await held();
      return (key) => annas.delete(`/api/holds/${id}`, { 'idempotency-key': key });
    },
  },
  {
    name: 'cancel',
    write: 'cancel clinic-visits',
    prepare: async () => (key) =>
      post(`/api/bookings/clinic-visits/visit-5${bookings}/cancel`, { person: 'self' }, key),
  },
  {
    name: 'move',
    write: 'move visits',
    prepare: async () => (key) =>
      post('/api/bookings/visits/visit-loop-anna/move', { person: 'self', timeId: 'time-2' }, key),
  },
  {
    name: 'request',
    write: 'request-times',
    prepare: async () => (key) => post('/api/requests', timesInput, key),
  },
  {
    name: 'place on a waiting list',
    write: 'wait',
    prepare: async () => (key) => post('/api/waiting', wish, key),
  },
  {
    name: 'booking of an offered time',
    write: 'book-time',
    prepare: async () => {
      const id = await requested();
      return (key) => post(`/api/requests/${id}/book`, { person: 'self', timeId: 'time-1' }, key);
    },
  },
];

describe.each(writes)('one $name', ({ write, prepare }) => {
  const sent = () => portal.upstreams.writes().filter((name) => name === write);

  test('that fifty identical posts ask for is sent once, and all fifty hear the same', async () => {
    const send = await prepare();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(key)));
    expect(answers[0]?.json()).toMatchObject({ state: 'confirmed' });
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(sent()).toHaveLength(1);
  });

  test('is answered again from the journal, long after', async () => {
    const send = await prepare();
    const key = randomUUID();
    const first = await send(key);
    const second = await send(key);
    expect([second.statusCode, second.json()]).toEqual([first.statusCode, first.json()]);
    expect(sent()).toHaveLength(1);
  });
});

describe('a key that was used', () => {
  const otherSlot = { ...holdInput, slotId: 'another' };
  const other = { ...timesInput, dateFrom: '2026-03-11' };

  test.each([
    ['a hold', '/api/holds', holdInput, otherSlot],
    ['a request', '/api/requests', timesInput, other],
    ['a place on a waiting list', '/api/waiting', wish, { ...wish, phone: '+7 900 000-00-01' }],
  ])('for %s is refused with another body, and nothing is sent', async (_what, url, body, changed) => {
    const key = randomUUID();
    await post(url, body, key);
    const response = await post(url, changed, key);
    expect([response.statusCode, response.json()]).toMatchObject([422, { failure: 'portal.key-reused' }]);
    expect(portal.upstreams.asked).toHaveLength(1);
  });

  test('for one thing is refused for another', async () => {
    const key = randomUUID();
    const id = await held();
    await post('/api/requests', timesInput, key);
    const response = await post(`/api/holds/${id}/confirm`, {}, key);
    expect(response.json()).toMatchObject({ failure: 'portal.key-reused' });
    expect(portal.upstreams.writes()).toEqual(['reserve', 'request-times']);
  });

  test('by somebody is as good as new for somebody else', async () => {
    const key = randomUUID();
    await post('/api/holds', holdInput, key);
    const boriss = await portal.signedIn(boris);
    const response = await boriss.post('/api/holds', holdInput, { 'idempotency-key': key });
    expect(response.json()).toMatchObject({ state: 'confirmed', person: 'self' });
    expect(portal.upstreams.asked.map(({ patient }) => patient.policy)).toEqual([
      `5${bookings}`,
      boris.self.policy,
    ]);
  });
});

test('two tabs that cancel one booking with a key each send it once', async () => {
  const url = `/api/bookings/clinic-visits/visit-5${bookings}/cancel`;
  const [one, other] = await Promise.all([
    post(url, { person: 'self' }, randomUUID()),
    post(url, { person: 'self' }, randomUUID()),
  ]);
  for (const { statusCode, body } of [one, other])
    expect([statusCode, JSON.parse(body)]).toMatchObject([200, { state: 'confirmed' }]);
  expect(portal.upstreams.asked).toHaveLength(1);
});
