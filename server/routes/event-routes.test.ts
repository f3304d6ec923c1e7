import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { clinicId, doctorId, slotId } from '#server/testing/fake-bookings.ts';
import type { Browser } from '#server/testing/browser.ts';
import { anna, boris, irina, maria } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());
afterEach(() => {
  vi.useRealTimers();
});

const hold = (person: string) => ({ person, clinicId, doctorId, slotId });

/** Listens as a page does. The stream is read to its end, which `said` brings about by ending the session. */
const listen = async (browser: Browser) => {
  const ended = browser.get('/api/events');
  // The answer has begun once another request of the same session is through.
  await browser.get('/api/session');
  const events = async () =>
    (await ended).body
      .split('\n\n')
      .flatMap((event) => (event.startsWith('event: operation\ndata: ') ? [event.split('data: ')[1]] : []))
      .map((data) => JSON.parse(data ?? '') as { operation: string; person: string });
  const said = async () => {
    await browser.post('/auth/logout');
    await portal.store.announce({ operation: 'the last one', patient: 'nobody' });
    return events();
  };
  return { ended, events, said };
};
const patientInHand = async (browser: Browser, { self: { policy, birthDate } }: typeof anna) =>
  (await browser.post('/api/desk/patient', { policy, birthDate })).json<{ people: { ref: string }[] }>()
    .people[0]?.ref;

describe('a page hears', () => {
  test('of an operation of its own, by name alone', async () => {
    const annas = await portal.signedIn(anna);
    const { said, ended } = await listen(annas);
    const operation = (await annas.post('/api/holds', hold('self'))).json<{ id: string }>();
    expect(await said()).toEqual([{ operation: operation.id, person: 'self' }]);
    expect((await ended).headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    expect((await ended).body).not.toContain(anna.self.policy);
  });

  test("of a child's operation, by the child's place", async () => {
    const marias = await portal.signedIn(maria);
    const { said } = await listen(marias);
    await marias.post('/api/holds', hold('child-2'));
    expect(await said()).toMatchObject([{ person: 'child-2' }]);
  });

  test('of what the same person did elsewhere', async () => {
    const { said } = await listen(await portal.signedIn(anna));
    await (await portal.signedIn(anna)).post('/api/holds', hold('self'));
    expect(await said()).toHaveLength(1);
  });

  test("nothing of anybody else's", async () => {
    const { said } = await listen(await portal.signedIn(boris));
    await (await portal.signedIn(anna)).post('/api/holds', hold('self'));
    await (await portal.signedIn(maria)).post('/api/holds', hold('child-1'));
    expect(await said()).toEqual([]);
  });

  test('of the patient in hand alone, also of one found after it began to listen', async () => {
    const irinas = await portal.signedIn(irina);
    await patientInHand(irinas, anna);
    const { said } = await listen(irinas);
    const boriss = await patientInHand(irinas, boris);
    await (await portal.signedIn(anna)).post('/api/holds', hold('self'));
    await (await portal.signedIn(boris)).post('/api/holds', hold('self'));
    expect(await said()).toMatchObject([{ person: boriss }]);
  });
});

describe('the stream ends', () => {
  test('with the session, before anything more is said', async () => {
    const annas = await portal.signedIn(anna);
    const { events } = await listen(annas);
    await annas.post('/auth/logout');
    await (await portal.signedIn(anna)).post('/api/holds', hold('self'));
    expect(await events()).toEqual([]);
  });

  test('by itself where nothing happens, and is shown to live until then', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const annas = await portal.signedIn(anna);
    const { ended } = await listen(annas);
    vi.advanceTimersByTime(20_000);
    await portal.deps.sessions.refreshed(await sessionOf(annas), portal.clock.now);
    portal.clock.now = new Date(portal.clock.now.getTime() + 2 * 3_600_000);
    vi.advanceTimersByTime(20_000);
    expect((await ended).body).toBe('retry: 2000\n\n: here\n\n');
  });

  test('at once for somebody who only asks for its head', async () => {
    const annas = await portal.signedIn(anna);
    expect((await annas.send({ method: 'HEAD', url: '/api/events' })).statusCode).toBe(404);
  });
});

const sessionOf = async (browser: Browser) => {
  const found = await portal.deps.sessions.find(browser.cookies.get('talon') ?? '', portal.clock.now);
  if (!found) throw new Error('Nobody is signed in');
  return found;
};
