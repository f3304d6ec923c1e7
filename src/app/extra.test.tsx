import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { extra } from './extra.tsx';

afterEach(cleanup);

test('what cannot be loaded leaves the page alone, and comes with the connection', async () => {
  const load = vi
    .fn(async () => () => <p>An extra</p>)
    .mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const Extra = extra(load);
  render(
    <>
      <h1>The page</h1>
      <Extra />
    </>,
  );
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
  expect(screen.getByRole('heading')).toBeDefined();
  await act(async () => void dispatchEvent(new Event('online')));
  expect(await screen.findByText('An extra')).toBeDefined();
});
