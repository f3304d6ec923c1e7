import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Slot } from '#contract/slot.ts';
import { clinicOf, freeSlot } from '#contract/testing/sample-schedule.ts';
import { listen } from '#src/testing/screen-reader.ts';
import { showScreen } from '#src/testing/show-screen.tsx';
import { WatchTimes } from './watch-times.tsx';
import type { Wanted } from './wanted.ts';

const doctor = { id: 'd1', name: 'Ефимов', position: null, room: null, freeTickets: null };
const wanted: Wanted = {
  clinic: clinicOf(),
  speciality: { id: '27', name: 'Therapist' },
  doctor: null,
};
const free = freeSlot('s1', '2026-11-25T07:20:00.000Z');
const offers = (slots: readonly Slot[]) => ({
  offers: [{ clinic: wanted.clinic, speciality: wanted.speciality, doctor, slots }],
  missing: [],
  days: 14,
});

/** A clinic whose answer to "what is free?" may change. */
async function show() {
  let answer: () => Response = () => Response.json(offers([]));
  const { asked } = await showScreen(<WatchTimes wanted={wanted} person="self" />, { answers: {} });
  asked.mockImplementation(async () => answer());
  return {
    asked,
    answers: (next: typeof answer) => {
      answer = next;
    },
  };
}
const watch = () => userEvent.click(screen.getByRole('checkbox', { name: /Watch while/ }));
const minutes = (count: number) => act(() => vi.advanceTimersByTimeAsync(count * 60_000));
const turn = (visibility: 'visible' | 'hidden') => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
  act(() => void window.dispatchEvent(new Event('visibilitychange')));
};
const connection = (event: 'online' | 'offline') => act(() => void window.dispatchEvent(new Event(event)));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  connection('online');
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('it is the page that asks, not a hand: nobody is kept signed in by it', async () => {
  const { asked } = await show();
  await watch();
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  expect(asked).toHaveBeenLastCalledWith(
    expect.anything(),
    expect.objectContaining({ headers: expect.objectContaining({ 'X-By-Itself': '1' }) }),
  );
});

test('nothing is asked before somebody wants it', async () => {
  const { asked } = await show();
  await minutes(5);
  expect(asked).not.toHaveBeenCalled();
});

test('is asked at once, then once a minute, and shows what becomes free', async () => {
  const { asked, answers } = await show();
  await watch();
  await screen.findByText('Watching. No time is free yet.');
  await minutes(2);
  expect(asked).toHaveBeenCalledTimes(3);
  answers(() => Response.json(offers([free])));
  await minutes(1);
  expect(await screen.findByText('There is a time: Wednesday 25 November, 10:20')).toBeDefined();
  expect(screen.getByRole('link', { name: 'See this time' }).getAttribute('href')).toBe(
    '/reserve?person=self&clinic=c1&speciality=27&doctor=d1&day=2026-11-25&slot=s1',
  );
});

test('a find is said once, however often it is seen again, and moves nobody', async () => {
  const { answers } = await show();
  const reader = await listen();
  answers(() => Response.json(offers([free])));
  await watch();
  await screen.findByText(/There is a time/);
  await minutes(3);
  expect((await reader.announced()).filter((said) => said.includes('There is a time'))).toHaveLength(1);
  expect(document.activeElement).toBe(screen.getByRole('checkbox'));
  await reader.stop();
});

test('rests while nobody sees the page, and asks at once when they are back', async () => {
  const { asked } = await show();
  await watch();
  await screen.findByText(/No time is free yet/);
  turn('hidden');
  await minutes(10);
  expect(asked).toHaveBeenCalledTimes(1);
  turn('visible');
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
});

test('rests without a connection, says so, and goes on with it', async () => {
  const { asked } = await show();
  await watch();
  await screen.findByText(/No time is free yet/);
  connection('offline');
  await minutes(3);
  await screen.findByText('No connection. We will ask again when it is back.');
  expect(asked).toHaveBeenCalledTimes(1);
  connection('online');
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
  await screen.findByText(/No time is free yet/);
});

test('a clinic that does not answer is asked again', async () => {
  const { answers } = await show();
  answers(() => Response.json(null, { status: 503 }));
  await watch();
  await screen.findByText(/We couldn’t ask just now/);
  answers(() => Response.json(offers([])));
  await minutes(1);
  await screen.findByText(/No time is free yet/);
});

test('ends when it is switched off', async () => {
  const { asked } = await show();
  await watch();
  await screen.findByText(/No time is free yet/);
  await watch();
  await minutes(3);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(screen.getByRole('status').textContent).toBe('');
});
