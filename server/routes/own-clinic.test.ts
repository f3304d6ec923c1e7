import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '#contract/session.ts';
import type { Browser } from '#server/testing/browser.ts';
import { clinicId, doctorId, slotId } from '#server/testing/fake-bookings.ts';
import { anna, irina } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

const another = '22222222-2222-4222-8222-222222222222';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());
beforeEach(async () => {
  portal.upstreams.asked.length = 0;
  for (const table of ['rate_counts', 'operations', 'holds'] as const)
    await portal.store.db.deleteFrom(table).execute();
});

const atTheDeskOf = async (clinic: string | null): Promise<[Browser, string]> => {
  const browser = await portal.signedIn({ ...irina, clinic });
  const { policy, birthDate } = anna.self;
  const found = await browser.post('/api/desk/patient', { policy, birthDate });
  return [browser, found.json<SignedIn>().people[0]?.ref ?? ''];
};
const wish = {
  clinicId,
  specialityId: '27',
  doctorId: null,
  phone: '+7 900 000-00-00',
  from: '2026-03-10',
  to: '2026-04-10',
  part: 'any',
  consent: true,
};
const acts = [
  ['a hold', '/api/holds', { clinicId, doctorId, slotId }],
  ['a place on the waiting list', '/api/waiting', wish],
  ['a cancel', `/api/bookings/clinic-visits/visit-${anna.self.policy}/cancel`, {}],
] as const;

describe.each([
  ['of another clinic', another, 'portal.other-clinic'],
  ['whose account names no clinic', null, 'portal.no-clinic'],
] as const)('a registrar %s', (_who, clinic, failure) => {
  test.each(acts)('is refused %s, and nothing is sent', async (_what, path, body) => {
    const [browser, person] = await atTheDeskOf(clinic);
    const response = await browser.post(path, { ...body, person });
    expect([response.statusCode, response.json()]).toMatchObject([403, { failure, operation: null }]);
    expect(portal.upstreams.asked).toEqual([]);
  });

  test('sees the patient’s bookings: what is booked elsewhere must not be booked twice', async () => {
    const [browser, person] = await atTheDeskOf(clinic);
    const response = await browser.get(`/api/bookings/clinic-visits?person=${person}`);
    expect(response.statusCode).toBe(200);
  });
});

test('a hold that a registrar made at one clinic is not confirmed or released at another', async () => {
  const [here, person] = await atTheDeskOf(clinicId);
  await here.post('/api/holds', { person, clinicId, doctorId, slotId });
  const hold = await portal.store.db.selectFrom('holds').select('id').executeTakeFirstOrThrow();
  const [there] = await atTheDeskOf(another);
  for (const response of [
    await there.post(`/api/holds/${hold.id}/confirm`),
    await there.delete(`/api/holds/${hold.id}`),
  ])
    expect(response.json()).toMatchObject({ failure: 'portal.other-clinic', status: 403 });
  expect(portal.upstreams.writes()).toEqual(['reserve']);
});

test.each(acts)('a registrar of the clinic makes %s', async (_what, path, body) => {
  const [browser, person] = await atTheDeskOf(clinicId);
  expect((await browser.post(path, { ...body, person })).json()).toMatchObject({ state: 'confirmed' });
});

test('a patient acts in whatever clinic', async () => {
  const annas = await portal.signedIn(anna);
  const response = await annas.post('/api/holds', { person: 'self', clinicId, doctorId, slotId });
  expect(response.statusCode).toBe(200);
});
