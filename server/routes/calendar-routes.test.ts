import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '#contract/operation.ts';
import { anna, boris, maria } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal({ publicUrl: 'https://talon.example' });
});
afterAll(() => portal.close());

const visit = `/api/bookings/clinic-visits/visit-${anna.self.policy}/calendar.ics?person=self`;
/** What a browser says that follows a link. */
const following = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

test('a booking comes as a calendar file, in the language of the page, kept by nobody', async () => {
  const response = await (
    await portal.signedIn(anna)
  ).get(`${visit}&language=ru`, { 'accept-language': 'en' });
  expect(response.statusCode).toBe(200);
  expect(response.headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
    'content-disposition': 'inline; filename="talon-2026-03-09.ics"',
    'content-language': 'ru',
    'cache-control': 'no-store',
  });
  expect(response.body).toContain('SUMMARY:Приём в клинике');
});

test('without a named language it speaks what the browser asks for', async () => {
  const response = await (await portal.signedIn(anna)).get(visit, { 'accept-language': 'en-GB,en;q=0.9' });
  expect(response.body).toContain('SUMMARY:Clinic visit');
});

test('it leads back to the booking’s own page, which for a child is the child’s', async () => {
  const unfolded = async (browser: { get: (url: string) => Promise<{ body: string }> }, url: string) =>
    (await browser.get(url)).body.replaceAll('\r\n ', '');
  const marias = await portal.signedIn(maria);
  const child = maria.children[0]?.policy;
  const childs = `/api/bookings/clinic-visits/visit-${child}/calendar.ics?person=child-1`;
  expect(await unfolded(await portal.signedIn(anna), visit)).toContain(
    `URL;VALUE=URI:https://talon.example/bookings/clinic-visits/visit-${anna.self.policy}\r\n`,
  );
  expect(await unfolded(marias, childs)).toContain(`/visit-${child}?person=child-1\r\n`);
});

test('once it is cancelled, the same entry is taken back', async () => {
  const annas = await portal.signedIn(anna);
  const uid = (body: string) => /^UID:(.*)$/m.exec(body)?.[1];
  const before = await annas.get(visit);
  const done = await annas.post(`/api/bookings/clinic-visits/visit-${anna.self.policy}/cancel`, {
    person: 'self',
  });
  expect(done.json<Operation>().state).toBe('confirmed');
  const after = await annas.get(visit);
  expect(after.headers['content-type']).toBe('text/calendar; charset=utf-8; method=CANCEL');
  expect(after.body).toContain('STATUS:CANCELLED');
  expect(uid(after.body)).toBe(uid(before.body));
});

describe('there is no file', () => {
  test('for a request that has no time', async () => {
    const annas = await portal.signedIn(anna);
    const asked = await annas.post('/api/requests', {
      person: 'self',
      orderId: 7001,
      dateFrom: '2026-03-10',
    });
    const id = asked.json<Operation>().booking?.id;
    const response = await annas.get(`/api/bookings/requests/${id}/calendar.ics?person=self`);
    expect(response.json()).toMatchObject({ failure: 'portal.not-found', status: 404 });
  });

  test('for somebody else’s booking, in the same words as for none', async () => {
    const boriss = await portal.signedIn(boris);
    const [theirs, none] = [await boriss.get(visit), await boriss.get(visit.replace('visit-5', 'visit-9'))];
    expect([theirs.statusCode, theirs.body]).toEqual([404, none.body]);
  });

  test('where there is no such source', async () => {
    const response = await (await portal.signedIn(anna)).get(visit.replace('clinic-visits', 'clinics'));
    expect(response.json()).toMatchObject({ failure: 'portal.not-found' });
  });
});

describe('whoever followed the link in a browser is led back to the booking’s page', () => {
  const page = `/bookings/clinic-visits/visit-${anna.self.policy}?person=self&calendar=failed`;

  test('when the session has ended', async () => {
    const response = await portal.browser().get(visit, following);
    expect([response.statusCode, response.headers.location]).toEqual([303, page]);
  });

  test('when it is not theirs', async () => {
    const response = await (await portal.signedIn(boris)).get(visit, following);
    expect([response.statusCode, response.headers.location]).toEqual([303, page]);
  });

  test('and never to another site', async () => {
    const response = await portal
      .browser()
      .get('/api/bookings/%2F%2Fevil.example/x%2F..%2F..%2F/calendar.ics?person=self', following);
    expect(response.headers.location).toMatch(/^\/bookings\/%2F%2Fevil\.example\/x%2F/);
  });
});
