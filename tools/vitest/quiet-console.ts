import { afterEach, beforeEach, expect, vi } from 'vitest';

/** An error on the console is a failed test: React warns there about real mistakes. */
beforeEach(() => {
  vi.spyOn(console, 'error');
});

afterEach(() => {
  const complaints = vi.mocked(console.error).mock.calls;
  vi.restoreAllMocks();
  expect(complaints).toEqual([]);
});
