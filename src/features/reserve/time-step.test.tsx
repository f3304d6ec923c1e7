import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Person } from '#contract/person.ts';
import type { Slot } from '#contract/slot.ts';
import { clinicOf, freeSlot } from '#contract/testing/sample-schedule.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { ReserveScreen } from './reserve-screen.tsx';

afterEach(cleanup);

const today = '2026-11-21';
const clinic = clinicOf({ phone: '8 (495) 000-10-01' });
const slot = (time: string, more: Partial<Slot> = {}) =>
  freeSlot(`s-${time}`, `2026-11-${time}:00.000Z`, more);
const slots = [
  slot('23T06:20', { capacity: 3, used: 1 }),
  slot('23T06:00', { availability: 'no-right' }),
  slot('23T06:40', { availability: 'taken', used: 1 }),
  slot('23T07:00', { availability: 'age' }),
  slot('24T06:00'),
  slot('25T06:00'),
];
const hold = {
  id: 'h1',
  person: 'self',
  slot: { id: 's-23T06:40', starts: slots[2]?.starts, ends: null },
  place: { clinicId: 'c1', name: 'Clinic 1', address: null, phone: null },
  doctor: { name: 'Efimov', speciality: null },
  ageCategory: 'ADULT',
  keptUntil: '2026-11-21T09:10:00.000Z',
  state: 'held',
};
const person: Person = { ref: 'self', relation: 'self', name: 'Анна', birthDate: '1984-03-14' };

const show = (
  search: string,
  {
    clinics = [clinic],
    held = null,
    who = person,
    free = slots,
  }: { clinics?: object[]; held?: object | null; who?: Person; free?: readonly Slot[] } = {},
) => {
  const days = search.includes('view=week')
    ? 'from=2026-11-21&to=2026-11-27'
    : 'from=2026-11-21&to=2026-12-04';
  return showScreen(<ReserveScreen search={search} people={[who]} isRegistrar={false} today={today} />, {
    answers: {
      '/api/session': { body: signedIn({ sources: ['clinic-visits'] }) },
      '/api/bookings/clinic-visits?person=self': { body: { bookings: [] } },
      '/api/clinics?person=self': { body: { clinics } },
      '/api/holds/current?person=self': { body: { now: '2026-11-21T09:00:00.000Z', hold: held } },
      [`/api/slots?person=self&clinic=c1&doctor=d1&${days}`]: { body: { slots: free } },
    },
  });
};
const chosen = 'clinic=c1&speciality=27&doctor=d1';

test('the list offers what can be chosen, earliest first, and says what it leaves out', async () => {
  await show(chosen);
  const first = await screen.findByRole('region', { name: 'Monday 23 November' });
  expect(
    within(first)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['09:20 2 places of 3']);
  expect(screen.getByText(/^1 more time .* front desk/)).toBeTruthy();
  expect(screen.getByText(/^1 more time .* another age/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Free times' }).getAttribute('aria-current')).toBe('page');
});

test('later days are in words until they are opened', async () => {
  await show(chosen);
  const heading = await screen.findByRole('heading', { name: 'Wednesday 25 November' });
  expect(heading.closest('details')?.open).toBe(false);
  expect(heading.closest('summary')?.textContent).toContain('1 time, 09:00 to 09:00');
});

test('the week shows everything, what may not be chosen is no link, and what is kept leads to it', async () => {
  await show(`${chosen}&view=week`, { held: hold });
  const monday = await screen.findByRole('region', { name: 'Monday 23 November' });
  await within(monday).findByText('kept for you');
  expect(
    within(monday)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['09:00 call to book', '09:20 2 places of 3', '09:40 kept for you', '10:00 other age']);
  const links = within(monday).getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    `/reserve?person=self&${chosen}&view=week&slot=s-23T06%3A20`,
    `/reserve/hold/h1?${chosen}&view=week&person=self`,
  ]);
  expect(
    within(screen.getByRole('region', { name: 'Sunday 22 November' })).getByText('No appointments'),
  ).toBeTruthy();
});

test('an address of a clinic that is offline says so instead of offering times', async () => {
  await show(chosen, { clinics: [{ ...clinic, online: false }] });
  await screen.findByText('It takes no online bookings now. You can call.');
  expect(screen.getByRole('link', { name: 'Choose another clinic' }).getAttribute('href')).toBe(
    '/reserve?person=self',
  );
  expect(screen.queryByRole('link', { name: /^09:20/ })).toBe(null);
});

test("a children's clinic offers no day from the 18th birthday on, and says from when", async () => {
  const turns18 = { ...person, birthDate: '2008-11-24' };
  await show(chosen, { clinics: [{ ...clinic, forChildren: true }], who: turns18 });
  expect(await screen.findByText(/^From 24 November 2026 the patient is 18/)).toBeTruthy();
  expect(screen.getByRole('region', { name: 'Monday 23 November' })).toBeTruthy();
  expect(screen.queryByText('Tuesday 24 November')).toBe(null);
});

test.each([
  ['self', 'Join the waiting list'],
  ['patient', 'Add to the waiting list'],
] as const)(
  'where nothing is free, the waiting list is named for who reads it (%s)',
  async (relation, name) => {
    await show(chosen, { who: { ...person, relation }, free: [] });
    const link = await screen.findByRole('link', { name });
    expect(link.getAttribute('href')).toBe('/waiting?person=self&clinic=c1&speciality=27&doctor=d1');
    // The question is about whoever comes, who need not be the one that reads it.
    expect(screen.getByRole('heading', { level: 1 }).textContent).not.toMatch(/you/);
  },
);
