import { expect, test } from 'vitest';
import type { Booking } from '#contract/booking.ts';
import { cancelledBy, withWho } from './cancelled-by.ts';
import { bookings } from './testing/cancel-truth.ts';

const at = '2026-11-21T09:00:00.000Z';
const off = (booking: Booking, when: string | null = null): Booking => ({
  ...booking,
  status: { kind: 'cancelled', at: when },
});

test.each([
  ['self', 'patient'],
  ['child-2', 'parent'],
  ['patient-1', 'registrar'],
])('what was cancelled for “%s” was cancelled by the %s', (ref, by) => {
  expect(cancelledBy(off(bookings.visits, at), ref)?.status).toEqual({ kind: 'cancelled', at, by });
});

test('nobody is said to have cancelled what is on', () => {
  expect(cancelledBy(bookings.visits, 'self')).toBe(bookings.visits);
  expect(cancelledBy(null, 'self')).toBeNull();
});

test('who cancelled it here is told of what the vendor lists as cancelled, and of nothing else', () => {
  const here = [cancelledBy(off(bookings.visits, at), 'self')];
  expect(withWho([off(bookings.visits)], here)[0]?.status).toEqual({ kind: 'cancelled', at, by: 'patient' });
  expect(withWho([bookings.visits], here)).toEqual([bookings.visits]);
  const elsewhere = off(bookings['home-calls']);
  expect(withWho([elsewhere], here)).toEqual([elsewhere]);
});
