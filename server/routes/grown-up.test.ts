import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SignedIn } from '#contract/session.ts';
import { clinicId, doctorId, slotId } from '#server/testing/fake-bookings.ts';
import type { Browser } from '#server/testing/browser.ts';
import { maria } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

/** Midnight of the 18th birthday by the clinics' clock, which is Moscow's. */
const birthday = new Date('2026-03-02T21:00:00.000Z');
const minute = 60_000;
const parent = {
  ...maria,
  children: [
    { name: 'Тимофей Орлов', birthDate: '2008-03-03', policy: '5000000000000004' },
    { name: 'Вера Орлова', birthDate: '2010-05-01', policy: '5000000000000005' },
  ],
};

let portal: Portal;
let marias: Browser;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());
beforeEach(async () => {
  portal.clock.now = new Date(birthday.getTime() - minute);
  marias = await portal.signedIn(parent);
  portal.upstreams.asked.length = 0;
});

const hold = (person: string) => marias.post('/api/holds', { person, clinicId, doctorId, slotId });
const people = async () =>
  (await marias.get('/api/session')).json<SignedIn>().people.map(({ ref, name }) => [ref, name]);

test('a parent acts for a child until the day on which it is 18', async () => {
  expect((await hold('child-1')).statusCode).toBe(200);
});

test('from that day on an open page is told why it may not, and nothing is sent', async () => {
  portal.clock.now = birthday;
  for (const response of [
    await hold('child-1'),
    await marias.get('/api/bookings/clinic-visits?person=child-1'),
    await marias.get('/api/operations?person=child-1'),
  ])
    expect([response.statusCode, response.json()]).toMatchObject([403, { failure: 'portal.grown-up' }]);
  expect(portal.upstreams.asked).toEqual([]);
});

test('the session names the child no more, and the others keep their references', async () => {
  expect(await people()).toHaveLength(3);
  portal.clock.now = birthday;
  expect(await people()).toEqual([
    ['self', 'Мария Орлова'],
    ['child-2', 'Вера Орлова'],
  ]);
});
