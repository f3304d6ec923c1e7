import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Booking } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import { clinicVisit, homeCall, loopVisit } from '#contract/testing/sample-bookings.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { CancelDone } from './cancel-done.tsx';

const phone = '8 (495) 000-10-01';
const place = { clinicId: 'c1', name: 'Поликлиника № 1', address: null, phone };
const visit = clinicVisit({ place, slot: { id: 's1', doctorId: 'd1' } });
const patient: Person = { ref: 'self', relation: 'patient', name: '', birthDate: '1984-03-14' };

async function show(booking: Booking, session: Parameters<typeof signedIn>[0] = {}) {
  const [person] = session.people ?? [];
  await showScreen(<CancelDone booking={booking} person={person} />, {
    language: 'ru',
    answers: {
      '/api/session': { body: signedIn(session) },
      '/api/clinics/c1/specialities?person=self': { body: { specialities: [] } },
    },
  });
  await screen.findByRole('heading', { level: 1 });
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T09:00:00.000Z') });
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
  vi.unstubAllGlobals();
});

describe('what the clinic alone can arrange again', () => {
  test.each([
    ['a doctor who comes home', homeCall({ place }), 'Чтобы вызвать врача снова, позвоните в клинику.'],
    ['a visit of Loop', loopVisit({ place }), 'Чтобы записаться снова, позвоните в клинику.'],
  ])('comes with its telephone: %s', async (_what, booking, why) => {
    await show(booking);
    expect(screen.getByText(why)).toBeDefined();
    const call = screen.getByRole('link', { name: `Позвонить: ${phone}` });
    expect(call.getAttribute('href')).toBe('tel:+74950001001');
  });

  test('sends nobody to a telephone that nobody knows', async () => {
    await show(homeCall({ place: { ...place, phone: null } }));
    expect(screen.queryByText(/позвоните/)).toBeNull();
  });
});

test('what can be booked here again needs no call', async () => {
  await show(visit);
  expect(screen.queryByRole('link', { name: /Позвонить/ })).toBeNull();
  expect(await screen.findByText(/^Передумали\?/)).toBeDefined();
  expect(screen.getByText('Приходить не нужно.')).toBeDefined();
});

test('a registrar is not told to stay at home, nor asked for second thoughts: the patient is meant', async () => {
  await show(visit, { role: 'registrar', people: [patient] });
  expect(screen.getByText('Пациенту приходить не нужно.')).toBeDefined();
  expect(await screen.findByText(/^Если пациент передумал/)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Записать на другое время' })).toBeDefined();
  expect(document.body.textContent).not.toMatch(/передумали|записаться|мои/i);
});
