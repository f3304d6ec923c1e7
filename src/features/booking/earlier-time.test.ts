import { expect, test } from 'vitest';
import type { Slot } from '#contract/slot.ts';
import { freeSlot as slot } from '#contract/testing/sample-schedule.ts';
import { earlierTime } from './earlier-time.ts';

const booked = { starts: { at: '2026-11-25T07:20:00.000Z', offset: '+03:00' } };
const first = (...slots: Slot[]) => earlierTime(slots, booked, ({ id }) => id !== 'not-for-me')?.id ?? null;

test('the first of the times before the booked one', () => {
  const late = slot('late', '2026-11-24T08:00:00.000Z');
  expect(first(late, slot('early', '2026-11-23T06:00:00.000Z'))).toBe('early');
});

test('the booked time itself, and what comes after it, are not earlier', () => {
  expect(first(slot('same', booked.starts.at), slot('later', '2026-11-25T07:40:00.000Z'))).toBeNull();
});

test('what this person cannot have is passed over', () => {
  const mine = slot('mine', '2026-11-24T08:00:00.000Z');
  expect(first(slot('not-for-me', '2026-11-23T06:00:00.000Z'), mine)).toBe('mine');
});

test('nothing free is nothing found', () => {
  expect(first()).toBeNull();
});
