import { describe, expect, test } from 'vitest';
import { clockDifference, secondsLeft, spokenMark } from './countdown.ts';

const until = '2026-11-21T09:10:00.000Z';
const at = (time: string) => Date.parse(`2026-11-21T${time}Z`);

describe('the countdown of a kept time', () => {
  test('follows the clock of the server, however wrong the device is', () => {
    const slowDevice = at('08:00:00');
    const difference = clockDifference('2026-11-21T09:00:00.000Z', slowDevice);
    expect(secondsLeft(until, slowDevice, difference)).toBe(600);
    expect(secondsLeft(until, slowDevice + 61_000, difference)).toBe(539);
  });

  test('ends at zero and stays there', () => {
    expect(secondsLeft(until, at('09:09:59.999'), 0)).toBe(1);
    expect(secondsLeft(until, at('09:10:00'), 0)).toBe(0);
    expect(secondsLeft(until, at('10:00:00'), 0)).toBe(0);
  });

  test.each([
    [301, null],
    [300, 300],
    [121, 300],
    [120, 120],
    [31, 120],
    [30, 30],
    [1, 30],
    [0, null],
  ])('with %i seconds left the mark is %s', (seconds, mark) => {
    expect(spokenMark(seconds, 600)).toBe(mark);
  });

  test('marks that had passed when the page opened are not spoken', () => {
    expect(spokenMark(100, 110)).toBe(null);
    expect(spokenMark(30, 110)).toBe(30);
  });
});
