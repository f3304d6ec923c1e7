import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BookingList, Source } from '#contract/booking.ts';
import type { Operation } from '#contract/operation.ts';
import type { Browser } from '#server/testing/browser.ts';
import { clinicId, doctorId, slotId } from '#server/testing/fake-bookings.ts';
import { anna } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';
import { sourceUnavailable } from '#server/upstreams/kit/failure-reports.ts';
import { ReadFailure } from '#server/upstreams/kit/read-failure.ts';

let portal: Portal;
let annas: Browser;
let patients = 0;
const policy = (): string => `5${patients}`;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());
/** Nothing was booked, kept or cancelled for this Anna yet. */
beforeEach(async () => {
  patients += 1;
  annas = await portal.signedIn({ ...anna, self: { ...anna.self, policy: policy() } });
});

const list = (source: Source) => annas.get(`/api/bookings/${source}?person=self`);
const ids = async (source: Source) => (await list(source)).json<BookingList>().bookings.map(({ id }) => id);
const visit = (): string => `visit-${policy()}`;
const keep = async () =>
  (await annas.post('/api/holds', { person: 'self', clinicId, doctorId, slotId })).json<Operation>().hold;

describe('the bookings', () => {
  test.each([
    ['clinic-visits', visit],
    ['home-calls', (): string => `call-${policy()}`],
    ['visits', (): string => 'visit-loop-anna'],
  ] as const)('of %s are listed and found one by one', async (source, idOf) => {
    const id = idOf();
    expect(await ids(source)).toEqual([id]);
    expect((await annas.get(`/api/bookings/${source}/${id}?person=self`)).json()).toMatchObject({
      id,
      source,
    });
  });

  test('of one source that fails leave the rest, and the failure names no source by itself', async () => {
    for (const source of ['clinicVisits', 'homeCalls'] as const)
      vi.spyOn(portal.upstreams[source], 'list').mockRejectedValue(new ReadFailure(sourceUnavailable));
    for (const source of ['clinic-visits', 'home-calls'] as const) {
      const response = await list(source);
      expect([response.statusCode, response.json()]).toMatchObject([
        503,
        { failure: 'portal.source-unavailable' },
      ]);
    }
    expect(await ids('visits')).toEqual(['visit-loop-anna']);
    expect((await list('requests')).json()).toEqual({ bookings: [] });
  });

  test('of a slow source are not waited for by another', async () => {
    let finish: (bookings: []) => void = () => undefined;
    vi.spyOn(portal.upstreams.homeCalls, 'list').mockReturnValue(
      new Promise((resolve) => (finish = resolve)),
    );
    const slow = list('home-calls');
    expect(await ids('visits')).toEqual(['visit-loop-anna']);
    finish([]);
    expect((await slow).json()).toEqual({ bookings: [] });
  });
});

describe('a time that is kept', () => {
  test('is a ticket to the clinic and no booking to anybody', async () => {
    const hold = await keep();
    expect(hold?.state).toBe('held');
    const asPatient = portal.upstreams.asked.at(-1)?.patient;
    expect(asPatient && (await portal.upstreams.clinicVisits.list(asPatient, portal.clock.now))).toHaveLength(
      2,
    );
    expect(await ids('clinic-visits')).toEqual([visit()]);
  });

  test('cannot be cancelled as if it were a booking', async () => {
    const hold = await keep();
    const { ticket } = await portal.store.db
      .selectFrom('holds')
      .select('ticket')
      .where('id', '=', hold?.id ?? '')
      .executeTakeFirstOrThrow();
    const url = `/api/bookings/clinic-visits/${ticket}`;
    expect((await annas.get(`${url}?person=self`)).statusCode).toBe(404);
    expect((await annas.post(`${url}/cancel`, { person: 'self' })).statusCode).toBe(404);
  });

  test('is a booking once it is confirmed', async () => {
    const hold = await keep();
    const confirmed = (await annas.post(`/api/holds/${hold?.id}/confirm`)).json<Operation>();
    expect(await ids('clinic-visits')).toEqual([visit(), confirmed.booking?.id]);
  });

  test('is found again after a reload, until its time is over', async () => {
    const hold = await keep();
    const current = async () => (await annas.get('/api/holds/current?person=self')).json<object>();
    expect(await current()).toEqual({ now: portal.clock.now.toISOString(), hold });
    const named = async (id: string) =>
      (await annas.get(`/api/holds/current?person=self&id=${id}`)).json<object>();
    expect(await named(hold?.id ?? '')).toMatchObject({ hold });
    expect(await named('no-such-name')).toMatchObject({ hold: null });
    const before = portal.clock.now;
    portal.clock.now = new Date(hold?.keptUntil ?? '');
    expect(await current()).toMatchObject({ hold: null });
    portal.clock.now = before;
  });
});

describe('a cancelled booking', () => {
  test('of the clinic stays in the list, which the clinic itself does not show any more', async () => {
    const cancelled = await annas.post(`/api/bookings/clinic-visits/${visit()}/cancel`, { person: 'self' });
    expect(cancelled.json()).toMatchObject({
      state: 'confirmed',
      booking: { status: { kind: 'cancelled' } },
    });
    expect((await list('clinic-visits')).json()).toMatchObject({
      bookings: [{ id: visit(), status: { kind: 'cancelled' }, can: { cancel: { allowed: false } } }],
    });
  });

  test('is refused without the text that its reason needs', async () => {
    const url = `/api/bookings/home-calls/call-${policy()}/cancel`;
    const response = await annas.post(url, { person: 'self', reasonCode: 6, reason: ' ' });
    expect(response.json()).toMatchObject({ status: 400, fields: { reason: 'cancel.reason.required' } });
    expect(portal.upstreams.writes()).not.toContain('cancel home-calls');
  });
});
