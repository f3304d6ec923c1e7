import { describe, expect, test } from 'vitest';
import { repeatPause } from './repeat-pause.ts';

const now = Date.parse('2026-11-21T09:00:00Z');
const middle = () => 0.5;

describe('the pause before a repeat', () => {
  test.each([
    [0, 100],
    [0.5, 250],
    [1, 400],
  ])('is anywhere from 100 to 400 ms: chance %d makes it %d', (chance, pause) => {
    expect(repeatPause(null, now, () => chance)).toBe(pause);
  });

  test.each([
    ['2', 2_000],
    ['Sat, 21 Nov 2026 09:00:03 GMT', 3_000],
  ])('is as long as the upstream asks: %s', (retryAfter, pause) => {
    expect(repeatPause(retryAfter, now, middle)).toBe(pause);
  });

  test.each([
    ['0', 'no pause at all'],
    ['Sat, 21 Nov 2026 08:59:00 GMT', 'a moment that is past'],
    ['soon', 'what nobody can read'],
    ['', 'nothing'],
  ])('keeps its jitter where the upstream asks for %j: %s', (retryAfter) => {
    expect(repeatPause(retryAfter, now, middle)).toBe(250);
  });
});
