import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LoopVisit } from '#contract/booking.ts';
import { loopVisit } from '#contract/testing/sample-bookings.ts';
import { showScreen, signedIn, type Answers } from '#src/testing/show-screen.tsx';
import { MyBookingsScreen } from './my-bookings-screen.tsx';

const visit = (id: string, more: Partial<LoopVisit> = {}) =>
  loopVisit({
    id,
    starts: { at: '2026-11-23T07:00:00.000Z', offset: '+03:00' },
    who: { name: 'Глеб Орешкин', role: 'Диетолог' },
    ...more,
  });

const empty = { body: { bookings: [] } };
const answers = (more: Answers = {}): Answers => ({
  '/api/session': { body: signedIn() },
  '/api/bookings/clinic-visits?person=self': empty,
  '/api/bookings/home-calls?person=self': empty,
  '/api/bookings/requests?person=self': empty,
  '/api/bookings/visits?person=self': empty,
  ...more,
});
const nothing = 'You have no upcoming bookings';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const noNews = () => null;

describe('the list of bookings', () => {
  test('with a record that could not be read says so and what to do, and never that there is nothing', async () => {
    await showScreen(<MyBookingsScreen News={noNews} />, {
      answers: answers({ '/api/bookings/visits?person=self': { body: { bookings: [], unreadable: 1 } } }),
    });
    await screen.findByText(/Not everything could be read/);
    expect(screen.getByText(/call the clinic/)).toBeDefined();
    expect(screen.queryByText(nothing)).toBeNull();
  });

  test('of somebody whom the clinics do not know says so, and offers no trying again', async () => {
    const unknown = {
      type: 'urn:talon:failure:portal.no-card',
      title: 'portal.no-card',
      status: 404,
      failure: 'portal.no-card',
      upstream: null,
      facts: {},
      text: null,
      operation: null,
    };
    await showScreen(<MyBookingsScreen News={noNews} />, {
      answers: answers({
        '/api/bookings/clinic-visits?person=self': { body: unknown, status: 404 },
        '/api/bookings/visits?person=self': { body: { bookings: [visit('7')] } },
      }),
    });
    expect(await screen.findByText(/have no card with this policy/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'Video visit: Диетолог' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  test('shows a booking by the clock of its place, as a link to its page', async () => {
    await showScreen(<MyBookingsScreen News={noNews} />, {
      answers: answers({ '/api/bookings/visits?person=self': { body: { bookings: [visit('7')] } } }),
    });
    const link = await screen.findByRole('link', { name: 'Video visit: Диетолог' });
    expect(link.getAttribute('href')).toBe('/bookings/visits/7?person=self');
    expect(screen.getByRole('heading', { name: 'Monday 23 November' })).toBeDefined();
    expect(screen.getByText('10:00')).toBeDefined();
  });

  test('says that there is nothing once every source has said so', async () => {
    await showScreen(<MyBookingsScreen News={noNews} />, { answers: answers() });
    expect(await screen.findByText(nothing)).toBeDefined();
  });

  test('while a source is awaited, shows the others and does not say that there is nothing', async () => {
    await showScreen(<MyBookingsScreen News={noNews} />, {
      answers: answers({ '/api/bookings/home-calls?person=self': 'never' }),
    });
    expect(await screen.findByText('Loading: home doctor calls')).toBeDefined();
    expect(screen.queryByText(nothing)).toBeNull();
  });

  test('names every missing source in one notice, never says that there is nothing, and asks again', async () => {
    const broken = { body: {}, status: 503 };
    const { asked } = await showScreen(<MyBookingsScreen News={noNews} />, {
      answers: answers({
        '/api/bookings/home-calls?person=self': broken,
        '/api/bookings/visits?person=self': broken,
      }),
    });
    expect(await screen.findByText('We can’t show right now: home doctor calls and visits')).toBeDefined();
    expect(screen.queryByText(nothing)).toBeNull();
    const before = asked.mock.calls.length;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(asked.mock.calls.slice(before).map(([path]) => path)).toEqual([
        '/api/bookings/home-calls?person=self',
        '/api/bookings/visits?person=self',
      ]),
    );
  });

  test('keeps past and cancelled ones apart, by the address', async () => {
    await showScreen(<MyBookingsScreen News={noNews} />, {
      at: '/?view=cancelled',
      answers: answers({
        '/api/bookings/visits?person=self': {
          body: { bookings: [visit('on'), visit('off', { status: { kind: 'cancelled', at: null } })] },
        },
      }),
    });
    const links = await screen.findAllByRole('heading', { level: 3 });
    expect(links).toHaveLength(1);
    expect(screen.getByRole('link', { name: 'Cancelled' }).getAttribute('aria-current')).toBe('page');
  });

  test.each([
    [undefined, 'Cancelled: Saturday 21 November, 11:30'],
    ['patient', 'Cancelled by you: Saturday 21 November, 11:30'],
    ['registrar', 'Cancelled by the clinic’s desk: Saturday 21 November, 11:30'],
  ] as const)('says when one was cancelled, and by whom where that is known (%s)', async (by, said) => {
    const at = '2026-11-21T08:30:00.000Z';
    const off = visit('off', { status: { kind: 'cancelled', at, ...(by && { by }) } });
    await showScreen(<MyBookingsScreen News={noNews} />, {
      at: '/?view=cancelled',
      answers: answers({ '/api/bookings/visits?person=self': { body: { bookings: [off] } } }),
    });
    expect(await screen.findByText(said)).toBeDefined();
  });

  test('shows an unknown state with the word that the clinic sent', async () => {
    await showScreen(<MyBookingsScreen News={noNews} />, {
      language: 'ru',
      answers: answers({
        '/api/bookings/visits?person=self': {
          body: {
            bookings: [visit('7', { status: { kind: 'unrecognised', wireStatus: 'awaiting_triage' } })],
          },
        },
      }),
    });
    expect(await screen.findByText('Неизвестное состояние: «awaiting_triage»')).toBeDefined();
  });
});

describe('for several people', () => {
  const people = [
    { ref: 'self', relation: 'self' as const, name: 'Мария Орлова', birthDate: '1988-11-30' },
    { ref: 'child-1', relation: 'child' as const, name: 'Тимофей Орлов', birthDate: '2017-09-21' },
  ];

  test('each is asked for, with name and age to choose by', async () => {
    const { asked } = await showScreen(<MyBookingsScreen News={noNews} />, {
      answers: { '/api/session': { body: signedIn({ people, sources: ['visits'] }) } },
    });
    const choice = within(await screen.findByRole('navigation', { name: 'Whose bookings to show' }));
    expect(choice.getByRole('link', { name: 'Тимофей Орлов, 9 years old' }).getAttribute('href')).toBe(
      '/?person=child-1',
    );
    await waitFor(() =>
      expect(asked.mock.calls.map(([path]) => path)).toEqual([
        '/api/session',
        '/api/bookings/visits?person=self',
        '/api/bookings/visits?person=child-1',
      ]),
    );
  });
});

test('without Connect there are no requests to make', async () => {
  await showScreen(<MyBookingsScreen News={noNews} />, {
    answers: answers({ '/api/session': { body: signedIn({ sources: ['clinic-visits'] }) } }),
  });
  expect(await screen.findByRole('link', { name: 'Book a visit' })).toBeDefined();
  expect(screen.queryByRole('link', { name: 'Ask for a technician' })).toBeNull();
});
