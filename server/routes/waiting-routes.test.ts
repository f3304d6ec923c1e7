import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Operation } from '#contract/operation.ts';
import type { Browser } from '#server/testing/browser.ts';
import { anna } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

let portal: Portal;
let annas: Browser;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());
beforeEach(async () => {
  annas = await portal.signedIn(anna);
  portal.upstreams.asked.length = 0;
});

const input = {
  person: 'self',
  clinicId: 'clinic-1',
  specialityId: '27',
  doctorId: null,
  phone: '+7 900 000-00-00',
  from: '2026-11-23',
  to: '2026-12-23',
  part: 'any',
  consent: true,
};
const wait = (more: object = {}, key: string = randomUUID()) =>
  annas.post('/api/waiting', { ...input, ...more }, { 'idempotency-key': key });

test('a wish is sent once for its key, and is in the journal', async () => {
  const key = randomUUID();
  const first = await wait({}, key);
  expect(first.json<Operation>()).toMatchObject({ kind: 'wait', state: 'confirmed' });
  expect((await wait({}, key)).json<Operation>().id).toBe(first.json<Operation>().id);
  expect(portal.upstreams.writes()).toEqual(['wait']);
});

test.each([
  ['without consent', { consent: false }],
  ['with days that end before they begin', { to: '2026-11-22' }],
  ['without a telephone', { phone: '' }],
  ['for somebody else', { person: 'stranger' }],
])('nothing is sent %s', async (_, more) => {
  expect((await wait(more)).statusCode).toBeGreaterThanOrEqual(400);
  expect(portal.upstreams.writes()).toEqual([]);
});
