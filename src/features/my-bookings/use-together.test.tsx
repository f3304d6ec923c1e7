import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loopVisit } from '#contract/testing/sample-bookings.ts';
import type { Bookings } from './use-bookings.ts';
import { useTogether } from './use-together.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const visit = loopVisit({ id: '7' });
const nothingYet: Bookings = {
  bookings: [],
  isBegun: false,
  isAllHeard: false,
  awaited: ['visits', 'home-calls'],
  missing: [],
  withoutCard: [],
  unreadable: [],
  askAgain: () => undefined,
};
const one: Bookings = { ...nothingYet, bookings: [visit], awaited: ['home-calls'] };
const both: Bookings = {
  ...one,
  bookings: [visit, { ...visit, id: '6' }],
  awaited: [],
  isAllHeard: true,
};

function arriving() {
  const { result, rerender } = renderHook(useTogether, { initialProps: nothingYet });
  return { arrives: rerender, shown: () => result.current.bookings.length };
}
const after = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));

test('answers that come close together are shown at once, and nothing moves', () => {
  const { arrives, shown } = arriving();
  arrives(one);
  after(499);
  expect(shown()).toBe(0);
  arrives(both);
  expect(shown()).toBe(2);
});

test('who is slower is not waited for, counted from the first answer', () => {
  const { arrives, shown } = arriving();
  after(5_000);
  arrives(one);
  expect(shown()).toBe(0);
  after(500);
  expect(shown()).toBe(1);
  arrives(both);
  expect(shown()).toBe(2);
});

test('what does not come is told no sooner than the rest is shown', () => {
  const { result, rerender } = renderHook(useTogether, { initialProps: nothingYet });
  rerender({ ...nothingYet, missing: ['visits'], awaited: ['home-calls'] });
  expect(result.current.missing).toEqual([]);
  after(500);
  expect(result.current.missing).toEqual(['visits']);
});
