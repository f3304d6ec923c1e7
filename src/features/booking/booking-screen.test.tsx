import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { clinicVisit } from '#contract/testing/sample-bookings.ts';
import { clinicOf } from '#contract/testing/sample-schedule.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { BookingScreen } from './booking-screen.tsx';

const visit = clinicVisit({
  ends: { at: '2026-11-23T07:40:00.000Z', offset: '+03:00' },
  place: {
    clinicId: 'c1',
    name: 'Поликлиника № 1',
    address: 'ул. Садовая, д. 12',
    phone: '8 (495) 000-10-01',
  },
  who: { name: 'Кузнецова Елена Павловна', role: 'Врач-терапевт' },
  ticketNumber: '008',
  room: '202',
  floor: 2,
});

const show = (body: unknown, { status = 200, justBooked = false } = {}) =>
  showScreen(<Signed justBooked={justBooked} />, {
    answers: {
      '/api/session': { body: signedIn() },
      '/api/bookings/clinic-visits/a1?person=self': { body, status },
    },
  });

const Signed = ({ justBooked }: { justBooked: boolean }) => (
  <BookingScreen source="clinic-visits" id="a1" person="self" justBooked={justBooked} />
);

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('shows every known fact: the number with its zeros, the place, a phone to press', async () => {
  await show(visit);
  expect(await screen.findByText('008')).toBeDefined();
  expect(screen.getByText(/23 November 2026, 10:20 to 10:40/)).toBeDefined();
  expect(screen.getByRole('link', { name: '8 (495) 000-10-01' }).getAttribute('href')).toBe(
    'tel:+74950001001',
  );
  expect(screen.getByText('Анна Соколова, 42 years old')).toBeDefined();
  expect(screen.queryByText('Booked on')).toBeNull();
});

test('what the clinic wrote in Russian is marked as Russian on a page that is not', async () => {
  const at = { at: '2026-11-20T07:20:00.000Z', offset: '+03:00' };
  await show({ ...visit, history: [{ ...at, text: 'Записан через портал', by: null }] });
  for (const text of ['Врач-терапевт', 'Записан через портал'])
    expect((await screen.findByText(text)).lang).toBe('ru');
});

test('leads to cancelling where that may be possible', async () => {
  await show(visit);
  expect((await screen.findByRole('link', { name: 'Cancel this booking' })).getAttribute('href')).toBe(
    '/bookings/clinic-visits/a1/cancel?person=self',
  );
});

test('leads to moving where that may be possible, and only there', async () => {
  await show(visit);
  const link = await screen.findByRole('link', { name: 'Move to another time' });
  expect(link.getAttribute('href')).toBe('/bookings/clinic-visits/a1/move?person=self');
  cleanup();
  await show({ ...visit, can: { ...visit.can, move: { allowed: false, reason: 'part-of-check-up' } } });
  await screen.findByRole('link', { name: 'Cancel this booking' });
  expect(screen.queryByRole('link', { name: 'Move to another time' })).toBeNull();
});

test('says why where it is not', async () => {
  await show({
    ...visit,
    can: { cancel: { allowed: false, reason: 'past' }, move: { allowed: false, reason: 'past' } },
  });
  expect(await screen.findByText(/can’t be cancelled here\. Its time has already passed\./)).toBeDefined();
  expect(screen.queryByRole('link', { name: 'Cancel this booking' })).toBeNull();
});

test('right after booking says first that it worked', async () => {
  await show(visit, { justBooked: true });
  expect(await screen.findByText('The visit is booked')).toBeDefined();
  expect(screen.getByText(/Come at this time and give the ticket number/)).toBeDefined();
});

test('an earlier time is looked for on a later visit, never right after booking', async () => {
  const [hours, none] = ['8:00 - 18:00', null];
  const worktimes = {
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: none,
    sunday: none,
  };
  const answers = {
    '/api/session': { body: signedIn() },
    '/api/bookings/clinic-visits/a1?person=self': {
      body: { ...visit, slot: { id: 's1', doctorId: 'd1' } },
    },
    '/api/clinics?person=self': { body: { clinics: [clinicOf({ worktimes })] } },
  };
  const question = 'Would an earlier time suit you?';
  await showScreen(<Signed justBooked />, { answers });
  await screen.findByRole('link', { name: 'Move to another time' });
  await screen.findByText('Hours for the whole week');
  expect(screen.queryByText(question)).toBeNull();
  cleanup();
  await showScreen(<Signed justBooked={false} />, { answers });
  expect(await screen.findByText(question)).toBeDefined();
});

test('a registrar is not told to come: the patient is', async () => {
  const patient = { ref: 'self', relation: 'patient', name: '', birthDate: '1984-03-14' } as const;
  await showScreen(<Signed justBooked />, {
    answers: {
      '/api/session': { body: signedIn({ role: 'registrar', people: [patient] }) },
      '/api/bookings/clinic-visits/a1?person=self': { body: visit },
    },
  });
  expect(await screen.findByText('The visit is booked')).toBeDefined();
  expect(screen.getByText(/The patient should come at this time and give the ticket number/)).toBeDefined();
  expect(screen.queryByText(/There is nothing more to do\. Come/)).toBeNull();
});

test('says the same of a booking that is not there and of one that is somebody else’s', async () => {
  const problem = {
    type: 'about:blank',
    status: 404,
    title: 'portal.not-found',
    failure: 'portal.not-found',
    upstream: null,
    facts: {},
    text: null,
    operation: null,
  };
  await show(problem, { status: 404 });
  expect(await screen.findByRole('heading', { name: 'We can’t see this booking' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('offers to ask again when the source did not answer', async () => {
  await show({}, { status: 503 });
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeDefined();
});
