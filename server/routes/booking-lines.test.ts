import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { booking, type BookingList } from '#contract/booking.ts';
import type { Browser } from '#server/testing/browser.ts';
import { anna } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';
import { sourceUnavailable } from '#server/upstreams/kit/failure-reports.ts';
import { ReadFailure } from '#server/upstreams/kit/read-failure.ts';
import { withUnreadable } from '#server/upstreams/kit/rows.ts';
import { linesType } from './booking-lines.ts';

let portal: Portal;
let annas: Browser;
const visits = '/api/bookings/clinic-visits?person=self';
beforeAll(async () => {
  portal = await startPortal();
  annas = await portal.signedIn(anna);
});
afterAll(() => portal.close());

const asLines = (accept: string, more = {}) => annas.get(visits, { accept, ...more });

test.each([
  ['the portal', { accept: `${linesType}, application/json` }],
  ['a browser that preloads', { accept: '*/*', 'sec-fetch-dest': 'empty' }],
])('to %s the list is one booking a line', async (_who, headers) => {
  const listed = (await annas.get(visits)).json<BookingList>().bookings;
  const answer = await annas.get(visits, headers);
  expect(answer.headers['content-type']).toContain(linesType);
  const rows = answer.body.split('\n').filter(Boolean);
  expect(rows.map((row) => booking.parse(JSON.parse(row)))).toEqual(listed);
});

test.each(['application/json', '*/*'])('to any other who asks for %s it is JSON', async (accept) => {
  expect((await asLines(accept)).headers['content-type']).toMatch(/^application\/json/);
});

test('records that could not be read are counted: in JSON beside the list, in lines at the end', async () => {
  const list = vi.spyOn(portal.upstreams.clinicVisits, 'list');
  list.mockResolvedValueOnce(withUnreadable([], 2)).mockResolvedValueOnce(withUnreadable([], 2));
  expect((await annas.get(visits)).json()).toEqual({ bookings: [], unreadable: 2 });
  expect((await asLines(linesType)).body).toBe('{"bookings":[],"unreadable":2}\n');
});

test('a source that fails is a failure in lines too', async () => {
  const list = vi.spyOn(portal.upstreams.clinicVisits, 'list');
  list.mockRejectedValueOnce(new ReadFailure(sourceUnavailable));
  const answer = await asLines(linesType);
  expect([answer.statusCode, answer.json()]).toMatchObject([503, { failure: 'portal.source-unavailable' }]);
});

test('a long answer travels compressed to who can read that, and is the same', async () => {
  const [visit] = await portal.upstreams.clinicVisits.list(
    { ...anna.self, ref: 'self' } as never,
    new Date('2026-11-21T09:00:00.000Z'),
  );
  const many = Array.from({ length: 50 }, (_, index) => ({ ...visit!, id: `visit-${index}` }));
  vi.spyOn(portal.upstreams.clinicVisits, 'list').mockResolvedValue(many);
  const plain = await asLines(linesType);
  expect(plain.headers['content-encoding']).toBeUndefined();
  const packed = await asLines(linesType, { 'accept-encoding': 'gzip, br' });
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(packed.headers['cache-control']).toBe('no-store');
  expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 10);
});
