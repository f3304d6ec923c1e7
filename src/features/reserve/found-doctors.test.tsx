import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { EarliestOffer } from '#contract/earliest.ts';
import { clinicOf, freeSlot } from '#contract/testing/sample-schedule.ts';
import { showScreen, signedIn, type Answers } from '#src/testing/show-screen.tsx';
import { ReserveScreen } from './reserve-screen.tsx';

afterEach(cleanup);

const clinic = clinicOf({ address: 'Garden street 1' });
const offer = (doctor: string, ...times: string[]): EarliestOffer => ({
  clinic,
  speciality: { id: '27', name: 'Therapist' },
  doctor: { id: doctor, name: doctor, position: null, room: null, freeTickets: null },
  slots: times.map((time) => freeSlot(`s-${time}`, `2026-11-${time}:00.000Z`, { doctorId: doctor })),
});
const person = { ref: 'self', relation: 'self', name: 'Анна', birthDate: '1984-03-14' } as const;
const asked = '/api/earliest?person=self&speciality=Therapist';
const found = (more: object = {}) => ({
  body: {
    offers: [offer('Efimov', '23T06:20', '24T06:00'), offer('Vlasova')],
    missing: [],
    days: 14,
    ...more,
  },
});

const show = (search: string, more: Answers = {}) =>
  showScreen(<ReserveScreen search={search} people={[person]} isRegistrar={false} today="2026-11-21" />, {
    answers: {
      '/api/session': { body: signedIn() },
      '/api/clinics?person=self': { body: { clinics: [clinic] } },
      '/api/specialities?person=self': { body: { names: ['Eyes', 'Therapist'], missing: [] } },
      '/api/holds/current?person=self': { body: { now: '2026-11-21T09:00:00.000Z', hold: null } },
      [asked]: found(),
      ...more,
    },
  });

test('one press leads from the kind of doctor to the earliest times, and a clinic can be chosen as well', async () => {
  await show('');
  const eyes = await screen.findByRole('link', { name: 'Therapist' });
  expect(eyes.getAttribute('href')).toBe('/reserve?person=self&want=Therapist');
  expect(await screen.findByRole('link', { name: /^Clinic 1/ })).toBeTruthy();
});

test('each found doctor has the first times by day, and they lead to the last question', async () => {
  await show('want=Therapist');
  const efimov = await screen.findByRole('region', { name: 'Efimov' });
  expect(within(efimov).getByText('Earliest of all')).toBeTruthy();
  const monday = within(efimov).getByRole('list', { name: 'Monday 23 November' });
  expect(within(monday).getByRole('link', { name: '09:20' }).getAttribute('href')).toBe(
    '/reserve?person=self&clinic=c1&speciality=27&doctor=Efimov&slot=s-23T06%3A20',
  );
  const vlasova = screen.getByRole('region', { name: 'Vlasova' });
  expect(within(vlasova).getByText('Nothing suitable is free in the next 14 days.')).toBeTruthy();
});

test('everybody who has the earliest time is said to have it', async () => {
  const offers = [offer('Efimov', '23T06:20'), offer('Vlasova', '23T06:20'), offer('Somov', '23T06:40')];
  await show('want=Therapist', { [asked]: found({ offers }) });
  const said = async (name: string) => (await screen.findByRole('region', { name })).textContent;
  expect(await said('Efimov')).toContain('Earliest of all');
  expect(await said('Vlasova')).toContain('Earliest of all');
  expect(await said('Somov')).not.toContain('Earliest of all');
});

test('a clinic that is silent is named, and can be asked again', async () => {
  const { asked: requests } = await show('want=Therapist', { [asked]: found({ missing: ['Clinic 2'] }) });
  await screen.findByText(/^No answer: Clinic 2/);
  const before = requests.mock.calls.length;
  await userEvent.click(screen.getByRole('button', { name: /again/i }));
  expect(requests.mock.calls.length).toBeGreaterThan(before);
  expect(screen.getByRole('region', { name: 'Efimov' })).toBeTruthy();
});

test('what is typed goes into the address; one letter is not enough', async () => {
  const { location } = await show('');
  await screen.findByRole('option', { name: 'Eyes' });
  const name = screen.getByLabelText(/surname/);
  await userEvent.type(name, 'К');
  await userEvent.click(screen.getByRole('button', { name: 'Find a time', hidden: true }));
  expect(await screen.findByText('Write at least two letters')).toBeTruthy();
  await userEvent.type(name, 'узн');
  await userEvent.selectOptions(screen.getByLabelText('Speciality'), 'Eyes');
  await userEvent.click(screen.getByRole('button', { name: 'Find a time', hidden: true }));
  expect(location.history.at(-1)).toBe(`/reserve?person=self&want=Eyes&name=${encodeURIComponent('Кузн')}`);
});
