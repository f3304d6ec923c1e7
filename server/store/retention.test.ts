import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgetOld } from './retention.ts';
import type { Schema } from './schema.ts';
import { openStore, type Store } from './store.ts';

const now = new Date('2026-11-23T09:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);

let store: Store;
beforeAll(async () => {
  store = await openStore({ memory: true });
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const table of ['operations', 'holds', 'known_requests'] as const)
    await store.db.deleteFrom(table).execute();
});

const write = (target: string, more: Partial<Schema['operations']>) =>
  store.db
    .insertInto('operations')
    .values({
      id: randomUUID(),
      actor: 'anna',
      patient: 'anna',
      person: 'self',
      idempotency_key: randomUUID(),
      kind: 'cancel',
      target,
      fingerprint: 'f',
      state: 'confirmed',
      http_status: null,
      upstream_code: null,
      report: null,
      snapshot: null,
      context: null,
      started_at: daysAgo(401),
      settled_at: daysAgo(401),
      ...(more as object),
    })
    .execute();
const left = async () =>
  (await store.db.selectFrom('operations').select('target').orderBy('target').execute()).map(
    ({ target }) => target,
  );

test('what is settled goes after its days, and what is open, untold or watched stays however old it is', async () => {
  await write('old', {});
  await write('young', { settled_at: daysAgo(399) as never });
  await write('open', { state: 'unknown', settled_at: null as never });
  await write('scheduled', { state: 'scheduled', settled_at: null as never });
  await write('untold', { to_tell: true as never });
  await write('watched', { next_look_at: now as never });
  expect(await forgetOld(store.db, 400, now)).toBe(1);
  expect(await left()).toEqual(['open', 'scheduled', 'untold', 'watched', 'young']);
  expect(await forgetOld(store.db, 400, now)).toBe(0);
});

test('a request that is over goes, and one that is open stays', async () => {
  const request = (request_id: number, final: string | null) => ({
    request_id,
    final,
    patient: 'anna',
    order_id: 1,
    date_from: null,
    appointment_location: null,
    world: 'main',
    asked_at: daysAgo(500),
  });
  await store.db
    .insertInto('known_requests')
    .values([request(1, 'sealed'), request(2, null)])
    .execute();
  expect(await forgetOld(store.db, 400, now)).toBe(1);
  expect(await store.db.selectFrom('known_requests').select('request_id').execute()).toEqual([
    { request_id: 2 },
  ]);
});
