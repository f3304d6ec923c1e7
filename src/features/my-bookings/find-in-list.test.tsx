import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { loopVisit } from '#contract/testing/sample-bookings.ts';
import { showScreen, signedIn, type Answers } from '#src/testing/show-screen.tsx';
import { MyBookingsScreen } from './my-bookings-screen.tsx';

const visit = (number: number) =>
  loopVisit({
    id: String(number),
    starts: { at: new Date(Date.UTC(2026, 11, 1, 6 + number)).toISOString(), offset: '+03:00' },
    who: number === 3 ? { name: 'Пётр Королёв', role: 'Хирург' } : { name: 'Глеб Орешкин', role: 'Диетолог' },
  });
const has = (count: number): Answers => ({
  '/api/session': { body: signedIn({ sources: ['visits'] }) },
  '/api/bookings/visits?person=self': {
    body: { bookings: Array.from({ length: count }, (_, index) => visit(index)) },
  },
});
const show = (count: number, at = '/') =>
  showScreen(<MyBookingsScreen News={() => null} />, { at, answers: has(count) });
const tickets = () => screen.getAllByRole('heading', { level: 3 });

/** The parts that come later are there before the clock of a test runs. */
beforeAll(() => import('./later/found-bookings.tsx'));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('finding one in a list', () => {
  test('is not offered where all can be seen at a glance', async () => {
    await show(3);
    expect(await screen.findAllByRole('heading', { level: 3 })).toHaveLength(3);
    expect(screen.queryByRole('search')).toBeNull();
  });

  test('says how many were found, leaves the address alone, and shows all again', async () => {
    const { location } = await show(12);
    await userEvent.type(await screen.findByRole('searchbox'), 'королев');
    expect(await screen.findByText('1 booking found')).toBeDefined();
    expect(tickets()).toHaveLength(1);
    expect(location.history).toEqual(['/']);
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(tickets()).toHaveLength(12);
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  test('says so where there is none', async () => {
    await show(12);
    await userEvent.type(await screen.findByRole('searchbox'), 'окулист');
    expect(await screen.findByText('None of the upcoming ones is like that')).toBeDefined();
    await userEvent.clear(screen.getByRole('searchbox'));
  });

  test('is kept in the address where it is chosen, and stays in the other views', async () => {
    const { location } = await show(12);
    await userEvent.selectOptions(await screen.findByLabelText('Speciality'), 'Хирург');
    expect(location.history.at(-1)).toBe('/?speciality=%D0%A5%D0%B8%D1%80%D1%83%D1%80%D0%B3');
    expect(tickets()).toHaveLength(1);
    expect(screen.getByRole('link', { name: 'Past' }).getAttribute('href')).toBe(
      '/?view=past&speciality=%D0%A5%D0%B8%D1%80%D1%83%D1%80%D0%B3',
    );
  });

  test('begins with what the address says', async () => {
    await show(4, '/?doctor=%D0%9F%D1%91%D1%82%D1%80%20%D0%9A%D0%BE%D1%80%D0%BE%D0%BB%D1%91%D0%B2');
    expect(await screen.findByText('1 booking found')).toBeDefined();
    expect(tickets()).toHaveLength(1);
  });
});
