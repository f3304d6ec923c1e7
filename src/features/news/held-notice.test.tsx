import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { heldTime } from '#contract/testing/sample-schedule.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { NewsPanel } from './news-panel.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a kept time is called by the same word as where it was kept', async () => {
  await showScreen(<NewsPanel people={['self']} now={new Date('2026-11-21T09:00:00.000Z')} />, {
    language: 'ru',
    answers: {
      '/api/session': { body: signedIn() },
      '/api/operations?person=self': { body: { operations: [] } },
      '/api/holds/current?person=self': { body: { now: '2026-11-21T09:00:00.000Z', hold: heldTime() } },
    },
  });
  expect(await screen.findByText(/^Время придержано до/)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Открыть придержанное время' })).toBeDefined();
});
