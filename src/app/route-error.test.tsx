import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { needAllWords, startWords } from '#src/i18n/words-store.ts';
import { Boundary } from './route-error.tsx';

const reload = vi.fn();
const fetched = vi.fn<() => Promise<Response>>();

beforeEach(async () => {
  await startWords('en');
  await needAllWords();
  vi.stubGlobal('location', { reload });
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

function Missing(): never {
  throw new TypeError('Failed to fetch dynamically imported module: /assets/booking.js');
}
const openMissing = () =>
  render(
    <Boundary>
      <Missing />
    </Boundary>,
  );

test('a file that is gone while the portal answers is told as a new version', async () => {
  fetched.mockResolvedValue(new Response());
  openMissing();
  expect(await screen.findByText(/new version/)).toBeDefined();
  expect(reload).not.toHaveBeenCalled();
});

test('a file that could not come is told as a lost connection, and comes by itself with the connection', async () => {
  fetched.mockRejectedValue(new TypeError('Failed to fetch'));
  openMissing();
  expect(await screen.findByText('The portal does not answer')).toBeDefined();
  expect(screen.queryByText(/new version/)).toBeNull();
  screen.getByRole('button', { name: 'Try again' }).click();
  await act(async () => {});
  expect(reload).not.toHaveBeenCalled();
  fetched.mockResolvedValue(new Response());
  await act(async () => void dispatchEvent(new Event('online')));
  expect(reload).toHaveBeenCalledTimes(1);
});
