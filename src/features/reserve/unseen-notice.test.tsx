import { useQueryClient } from '@tanstack/react-query';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Person } from '#contract/person.ts';
import { bookingQueries } from '#src/queries/booking-queries.ts';
import { listen } from '#src/testing/screen-reader.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { UnseenNotice } from './unseen-notice.tsx';

const anna: Person = { ref: 'self', relation: 'self', name: 'Анна', birthDate: '1984-03-14' };
const stillNone = 'There is still no answer. Please check again a little later.';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A source that does not answer until it is told to. */
async function show() {
  const source = '/api/bookings/visits?person=self';
  const answers: Record<string, { body: unknown; status?: number }> = {
    '/api/session': { body: signedIn({ sources: ['visits'] }) },
    [source]: { body: null, status: 503 },
  };
  const { asked } = await showScreen(<UnseenNotice person={anna} />, { answers });
  const again = await screen.findByRole('button', { name: 'Check again' });
  return {
    again,
    times: () => asked.mock.calls.filter(([path]) => path === source).length,
    comesBack: () => {
      answers[source] = { body: { bookings: [] } };
    },
  };
}
const press = (button: HTMLElement) =>
  userEvent.click(button, { advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
const seconds = (count: number) => act(() => vi.advanceTimersByTimeAsync(count * 1_000));

test('a system that is left alone for some seconds is asked once more after them: one press is enough', async () => {
  const { again, times, comesBack } = await show();
  await press(again);
  await waitFor(() => expect(times()).toBe(2));
  comesBack();
  await seconds(1);
  expect(again.textContent).toBe('Checking…');
  await seconds(2);
  const done = await screen.findByText('Checked: all bookings can be seen now');
  expect(document.activeElement).toBe(done.parentElement);
});

test('a press that led to no answer is not met by silence, and may be repeated', async () => {
  const { again, times, comesBack } = await show();
  await press(again);
  const reader = await listen();
  await seconds(6);
  expect(await screen.findByText(stillNone)).toBeDefined();
  expect(times()).toBe(4);
  expect((await reader.announced()).join(' ')).toContain(stillNone);
  await reader.stop();
  await seconds(60);
  expect(times()).toBe(4);
  comesBack();
  await press(again);
  expect(await screen.findByText('Checked: all bookings can be seen now')).toBeDefined();
});

test('what comes back by itself, long after a press in vain, takes nobody away from where they are', async () => {
  const { again, comesBack } = await show();
  await press(again);
  await seconds(6);
  await screen.findByText(stillNone);
  comesBack();
  act(() => void window.dispatchEvent(new Event('visibilitychange')));
  const done = await screen.findByText('Checked: all bookings can be seen now');
  expect(document.activeElement).not.toBe(done.parentElement);
  expect(screen.getByRole('status')).toBe(done.parentElement);
});

test('without a connection nothing can be kept: what was seen before is compared, and no “you may keep it” is said', async () => {
  const source = '/api/bookings/visits?person=self';
  const answers = {
    '/api/session': { body: signedIn({ sources: ['visits'] }) },
    [source]: { body: { bookings: [] } },
  };
  const Asking = () => {
    const queryClient = useQueryClient();
    return (
      <button
        type="button"
        onClick={() => void queryClient.invalidateQueries({ queryKey: bookingQueries.all() })}
      >
        ask
      </button>
    );
  };
  const { asked } = await showScreen(
    <>
      <UnseenNotice person={anna} />
      <Asking />
    </>,
    { answers },
  );
  const times = () => asked.mock.calls.filter(([path]) => path === source).length;
  await waitFor(() => expect(times()).toBe(1));
  asked.mockRejectedValue(new TypeError('Failed to fetch'));
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await press(screen.getByRole('button', { name: 'ask' }));
  await waitFor(() => expect(times()).toBe(2));
  await seconds(10);
  expect(screen.queryByText(/could not check/i)).toBeNull();
  onLine.mockReturnValue(true);
  await press(screen.getByRole('button', { name: 'ask' }));
  expect(await screen.findByText(/could not check/i)).toBeDefined();
  onLine.mockRestore();
});
