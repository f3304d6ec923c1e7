import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Operation } from '#contract/operation.ts';
import { loopVisit } from '#contract/testing/sample-bookings.ts';
import { heldTime } from '#contract/testing/sample-schedule.ts';
import { listen } from '#src/testing/screen-reader.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { NewsPanel } from './news-panel.tsx';

const booking = loopVisit({
  status: { kind: 'cancelled', at: null },
  who: { name: 'Глеб Орешкин', role: 'Диетолог' },
  can: {
    cancel: { allowed: false, reason: 'already-cancelled' },
    move: { allowed: false, reason: 'already-cancelled' },
  },
});
const cancelled: Operation = {
  id: 'op-1',
  kind: 'cancel',
  state: 'confirmed',
  person: 'self',
  at: '2026-11-21T08:50:00.000Z',
  report: null,
  booking,
  hold: null,
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('what was settled after the person had left is announced when the list opens, and moves nobody', async () => {
  const now = new Date('2026-11-21T09:00:00.000Z');
  const reader = await listen();
  await showScreen(<NewsPanel people={['self']} now={now} />, {
    answers: {
      '/api/session': { body: signedIn() },
      '/api/operations?person=self': { body: { operations: [cancelled] } },
      '/api/holds/current?person=self': { body: { hold: null } },
    },
  });
  await screen.findByText(/Диетолог/);
  await vi.waitFor(async () =>
    expect((await reader.announced()).join('\n')).toMatch(/cancelled.*Диетолог.*Monday 23 November/is),
  );
  expect(document.activeElement).toBe(document.body);
  await reader.stop();
});

const parent = [
  { ref: 'self', relation: 'self', name: 'Мария Орлова', birthDate: '1988-11-30' },
  { ref: 'child-1', relation: 'child', name: 'Тимофей Орлов', birthDate: '2017-09-21' },
] as const;

test.each([
  ['a parent is told whose time is kept, and whose booking was settled', [...parent], 1],
  ['whoever acts only for themselves is not', [parent[0]], 0],
] as const)('%s', async (_, people, told) => {
  await showScreen(<NewsPanel people={['self', 'child-1']} now={new Date('2026-11-21T09:00:00.000Z')} />, {
    answers: {
      '/api/session': { body: signedIn({ people: [...people] }) },
      '/api/operations?person=self': { body: { operations: [cancelled] } },
      '/api/holds/current?person=self': { body: { hold: null } },
      '/api/operations?person=child-1': { body: { operations: [] } },
      '/api/holds/current?person=child-1': {
        body: { now: '2026-11-21T09:00:00.000Z', hold: heldTime({ person: 'child-1' }) },
      },
    },
  });
  await screen.findByText(/Efimov/);
  await screen.findByText(/Диетолог/);
  expect(screen.queryAllByText('For Тимофей Орлов')).toHaveLength(told);
  expect(screen.queryAllByText('For Мария Орлова')).toHaveLength(told);
});

const shown = (operation: Operation) =>
  showScreen(<NewsPanel people={['self']} now={new Date('2026-11-21T09:00:00.000Z')} />, {
    answers: {
      '/api/session': { body: signedIn() },
      '/api/operations?person=self': { body: { operations: [operation] } },
      '/api/holds/current?person=self': { body: { hold: null } },
    },
  });

test('a cancel within its undo delay is counted down and can be taken back, and is not told as done', async () => {
  await shown({ ...cancelled, state: 'scheduled', sendsInMs: 7_000 });
  expect(await screen.findByText('It will be cancelled in a few seconds')).toBeDefined();
  expect(screen.getByText('Seconds left: 7')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Keep the visit' })).toBeDefined();
  expect(screen.queryByText('Cancelled')).toBeNull();
});
