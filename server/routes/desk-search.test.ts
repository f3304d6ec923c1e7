import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Browser } from '#server/testing/browser.ts';
import { anna, irina } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';
import { searchesPerMinute } from './desk-search.ts';

let portal: Portal;
let irinas: Browser;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());
beforeEach(async () => {
  await portal.store.db.deleteFrom('rate_counts').execute();
  irinas = await portal.signedIn(irina);
});

const known = { policy: anna.self.policy, birthDate: anna.self.birthDate };
const unknown = { policy: '4000000000000001', birthDate: '1990-01-01' };
const search = (what = known, browser = irinas) => browser.post('/api/desk/patient', what);
const noted = async () =>
  portal.store.db.selectFrom('audit').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();
const pseudonymOf = ({ policy }: { policy: string }) => portal.deps.vault.pseudonym('patient', policy, null);

test('the eleventh search of a registrar within a minute is refused in every session, with the time to wait', async () => {
  for (let tried = 0; tried < searchesPerMinute; tried += 1) await search(unknown);
  const another = await portal.signedIn(irina);
  const response = await search(known, another);
  expect(response.json()).toMatchObject({ failure: 'portal.too-many-requests', status: 429 });
  expect(response.headers['retry-after']).toBe('60');
  expect(await noted()).toMatchObject({ result: 'too-many', patient: pseudonymOf(known) });
});

test('another registrar of the same clinic finds patients meanwhile', async () => {
  for (let tried = 0; tried <= searchesPerMinute; tried += 1) await search(unknown);
  const other = await portal.signedIn({ ...irina, sub: '1000000009' });
  expect((await search(known, other)).statusCode).toBe(200);
});

test.each([
  ['found', known],
  ['not-found', unknown],
] as const)('a search is audited with who, where and for whom, by pseudonyms: %s', async (result, what) => {
  await search(what);
  expect(await noted()).toMatchObject({
    at: portal.clock.now,
    actor: portal.deps.vault.pseudonym('actor', irina.sub, null),
    role: 'registrar',
    clinic: irina.clinic,
    action: 'find-patient',
    patient: pseudonymOf(what),
    result,
  });
});

test('a search that the clinics’ system did not answer is audited too', async () => {
  vi.spyOn(portal.upstreams, 'findPatient').mockRejectedValueOnce(new Error('down'));
  await search();
  expect(await noted()).toMatchObject({ result: 'failed', patient: pseudonymOf(known) });
});

test('what was audited is changed by nobody, nor deleted', async () => {
  await search();
  const { db } = portal.store;
  await expect(db.updateTable('audit').set({ result: 'not-found' }).execute()).rejects.toThrow(/append-only/);
  await expect(db.deleteFrom('audit').execute()).rejects.toThrow(/append-only/);
});
