import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser } from '#server/testing/browser.ts';
import { otherTime } from '#server/testing/fake-bookings.ts';
import { anna } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

const visit = '/api/bookings/visits/visit-loop-anna';

let portal: Portal;
let annas: Browser;
beforeAll(async () => {
  portal = await startPortal();
  annas = await portal.signedIn(anna);
});
afterAll(() => portal.close());
beforeEach(() => {
  portal.upstreams.asked.length = 0;
});

const move = (timeId: string) => annas.post(`${visit}/move`, { person: 'self', timeId });

test('a visit has the times that it may be moved to', async () => {
  expect((await annas.get(`${visit}/times?person=self`)).json()).toEqual({ times: [otherTime] });
});

test('a visit is moved, and is shown at its new time', async () => {
  const response = await move(otherTime.id);
  expect([response.statusCode, response.json()]).toMatchObject([
    200,
    {
      kind: 'move',
      state: 'confirmed',
      booking: { id: 'visit-loop-anna', starts: otherTime.starts, slot: { id: otherTime.id } },
    },
  ]);
  expect(portal.upstreams.writes()).toEqual(['move visits']);
});

test('a time that is offered no more is taken, and nothing is sent', async () => {
  const response = await move('gone');
  expect([response.statusCode, response.json()]).toMatchObject([409, { failure: 'loop.move-visit.taken' }]);
  expect(portal.upstreams.asked).toEqual([]);
});

test('a visit that is there already is there, and nothing is sent', async () => {
  const response = await move('time-1');
  expect([response.statusCode, response.json()]).toMatchObject([200, { state: 'confirmed' }]);
  expect(portal.upstreams.asked).toEqual([]);
});

test('a clinic visit has no such address', async () => {
  const response = await annas.post(`/api/bookings/clinic-visits/visit-${anna.self.policy}/move`, {
    person: 'self',
    timeId: 'time-2',
  });
  expect(response.statusCode).toBe(404);
});
