import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { createQueryClient } from '#src/queries/query-client.ts';
import { useBookings } from './use-bookings.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function asking() {
  const answered = new Map<string, (answer: Response) => void>();
  vi.stubGlobal('fetch', (path: string) => new Promise((done) => void answered.set(path, done)));
  const queryClient = createQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useBookings(['visits', 'home-calls'], ['self']), { wrapper });
  return {
    answers: (source: string, answer: Response) =>
      answered.get(`/api/bookings/${source}?person=self`)?.(answer),
    seen: () => result.current,
  };
}
const nothing = () => Response.json({ bookings: [] });

test('while one source is silent, not everything has been heard', async () => {
  const { answers, seen } = asking();
  expect(seen().isAllHeard).toBe(false);
  answers('visits', nothing());
  await waitFor(() => expect(seen().awaited).toEqual(['home-calls']));
  expect(seen().isAllHeard).toBe(false);
});

test('a source that does not come has been heard too', async () => {
  const { answers, seen } = asking();
  answers('visits', nothing());
  answers('home-calls', Response.json({}, { status: 503 }));
  await waitFor(() => expect(seen().missing).toEqual(['home-calls']));
  expect(seen().isAllHeard).toBe(true);
});
