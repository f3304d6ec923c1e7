import { expect, test } from 'vitest';
import { windowBefore } from './day-window.ts';

test('earlier days are never before today', () => {
  expect(windowBefore('2026-11-21', '2026-11-21', 14)).toBe(null);
  expect(windowBefore('2026-11-25', '2026-11-21', 14)).toBe('2026-11-21');
  expect(windowBefore('2026-12-19', '2026-11-21', 14)).toBe('2026-12-05');
  expect(windowBefore('2026-12-05', '2026-11-21', 7)).toBe('2026-11-28');
});
