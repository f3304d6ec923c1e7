import { describe, expect, test } from 'vitest';
import type { Booking, BookingStatus, LoopVisit } from '../booking.ts';
import { loopVisit } from '../testing/sample-bookings.ts';
import type { PlaceTime } from '../time.ts';
import { inOrder, nearestFirst, viewOf } from './booking-order.ts';

const now = new Date('2026-11-21T09:00:00.000Z');
const at = (iso: string): PlaceTime => ({ at: `${iso}:00.000Z`, offset: '+03:00' });

const visit = (id: string, starts: PlaceTime | null, more: Partial<LoopVisit> = {}): Booking =>
  loopVisit({ id, starts, ...more });

describe('where a booking is shown', () => {
  test.each<[string, BookingStatus, PlaceTime | null, string]>([
    ['one that is still to come', { kind: 'booked' }, at('2026-11-21T09:01'), 'upcoming'],
    ['one whose time is over', { kind: 'booked' }, at('2026-11-21T08:59'), 'past'],
    ['one that is under way', { kind: 'in-progress' }, at('2026-11-21T08:30'), 'upcoming'],
    ['one without a time', { kind: 'looking-for-times' }, null, 'upcoming'],
    ['one in a state that we do not know', { kind: 'unrecognised', wireStatus: 'x' }, null, 'upcoming'],
    ['one that took place', { kind: 'completed' }, at('2026-11-22T09:00'), 'past'],
    ['one that was cancelled', { kind: 'cancelled', at: null }, at('2026-11-22T09:00'), 'cancelled'],
  ])('%s', (_what, status, starts, view) => {
    expect(viewOf(visit('1', starts, { status }), now)).toBe(view);
  });

  test('one that has begun and not ended is still upcoming', () => {
    const running = visit('1', at('2026-11-21T08:50'), { ends: at('2026-11-21T09:20') });
    expect(viewOf(running, now)).toBe('upcoming');
  });
});

test('two without a time do not disturb each other', () => {
  const two = inOrder([visit('b', null), visit('a', null)], 'upcoming');
  expect(two.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('those that are to come lead, the soonest first, and nobody is lost', () => {
  const all = [
    visit('yesterday', at('2026-11-20T09:00')),
    visit('next week', at('2026-11-28T09:00')),
    visit('cancelled', at('2026-11-22T09:00'), { status: { kind: 'cancelled', at: null } }),
    visit('tomorrow', at('2026-11-22T09:00')),
    visit('no time', null),
  ];
  expect(nearestFirst(all, now).map(({ id }) => id)).toEqual([
    'no time',
    'tomorrow',
    'next week',
    'yesterday',
    'cancelled',
  ]);
});
