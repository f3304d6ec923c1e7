import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { loopVisit } from '#contract/testing/sample-bookings.ts';
import { needAllWords, startWords } from '#src/i18n/words-store.ts';
import { createQueryClient } from '#src/queries/query-client.ts';
import { signedIn } from '#src/testing/show-screen.tsx';
import { MyBookingsScreen } from './my-bookings-screen.tsx';

const visit = (index: number) =>
  loopVisit({
    id: String(index),
    starts: { at: new Date(Date.UTC(2026, 10, 23, 7) + index * 86_400_000).toISOString(), offset: '+03:00' },
    who: { name: 'Глеб Орешкин', role: `Doctor ${index}` },
  });
const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `${JSON.stringify(visit(from + index))}\n`).join('');

/** The rest of the list, when the test says so. */
let send: (text: string) => void;
let end: () => void;
let breakOff: () => void;

beforeEach(() => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      send = (text) => controller.enqueue(new TextEncoder().encode(text));
      end = () => controller.close();
      breakOff = () => controller.error(new Error('The line was cut.'));
    },
  });
  vi.stubGlobal('fetch', async (path: string) => {
    if (path === '/api/session') return Response.json(signedIn({ sources: ['visits'] }));
    return new Response(body, { headers: { 'content-type': 'application/x-ndjson' } });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function show(at = '/') {
  await startWords('en');
  await needAllWords();
  const location = memoryLocation({ path: at });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Router hook={location.hook} searchHook={location.searchHook}>
        <Suspense>
          <MyBookingsScreen News={() => null} />
        </Suspense>
      </Router>
    </QueryClientProvider>,
  );
}
/** Not by their role: that takes seconds of so many. */
const tickets = () => document.querySelectorAll('h3');
const search = () => document.querySelector('[role=search]');

describe('a long list that is still arriving', () => {
  test('shows its beginning, is not searched yet, and is whole in the end', { timeout: 20_000 }, async () => {
    await show();
    send(lines(0, 30));
    expect(await screen.findByText('Video visit: Doctor 0')).toBeDefined();
    expect(tickets()).toHaveLength(12);
    expect(search()).toBeNull();
    expect(screen.getByText(/Still loading|Loading/)).toBeDefined();
    send(lines(30, 32));
    end();
    await vi.waitFor(() => expect(search()).not.toBeNull(), 10_000);
    expect(tickets()).toHaveLength(32);
  });

  test('has nothing that moves: what stood in place of its rows has gone when they come', async () => {
    await show();
    const stoodIn = () => document.querySelectorAll('[class*=toCome]')[0];
    await screen.findByText(/Loading/);
    const before = stoodIn();
    expect(before).toBeDefined();
    send(lines(0, 30));
    expect(await screen.findByText('Video visit: Doctor 0')).toBeDefined();
    expect(stoodIn()).toBeDefined();
    expect(before?.isConnected).toBe(false);
  });

  test('does not show what was not looked for', { timeout: 20_000 }, async () => {
    await show('/?kind=home-call');
    send(lines(0, 30));
    expect(await screen.findByText(/Still loading|Loading/)).toBeDefined();
    expect(tickets()).toHaveLength(0);
    end();
    await vi.waitFor(() => expect(search()).not.toBeNull(), 10_000);
  });

  test('that breaks off is missing: a part is never taken for the whole', async () => {
    await show();
    send(lines(0, 30));
    expect(await screen.findByText('Video visit: Doctor 0')).toBeDefined();
    breakOff();
    expect(await screen.findByText('Try again')).toBeDefined();
    expect(tickets()).toHaveLength(0);
  });
});
