import { describe, expect, test } from 'vitest';
import type { BookingStatus } from '../booking.ts';
import { canCancel } from './can-cancel.ts';

const now = new Date('2026-11-21T09:00:00Z');
const later = { at: '2026-11-21T09:00:01.000Z', offset: '+03:00' };
const visit = (status: BookingStatus, starts: typeof later | null = later) =>
  ({ kind: 'clinic-visit', status, starts }) as const;

describe('whether a booking may be cancelled', () => {
  test('a booked visit that has not begun may be', () => {
    expect(canCancel(visit({ kind: 'booked' }), now)).toEqual({ allowed: true });
  });

  test('at its very start it is past', () => {
    expect(canCancel(visit({ kind: 'booked' }, { ...later, at: now.toISOString() }), now)).toEqual({
      allowed: false,
      reason: 'past',
    });
  });

  test('without a time nothing is guessed: it may be', () => {
    expect(canCancel(visit({ kind: 'booked' }, null), now)).toEqual({ allowed: true });
  });

  test.each([
    [{ kind: 'cancelled', at: null }, 'already-cancelled'],
    [{ kind: 'completed' }, 'over'],
    [{ kind: 'missed' }, 'over'],
    [{ kind: 'transferred' }, 'over'],
    [{ kind: 'in-progress' }, 'in-progress'],
    [{ kind: 'became-visit' }, 'became-visit'],
    [{ kind: 'unrecognised', wireStatus: 'awaiting_triage' }, 'status-unclear'],
  ] satisfies [BookingStatus, string][])('%j may not be: %s', (status, reason) => {
    expect(canCancel(visit(status), now)).toEqual({ allowed: false, reason });
  });

  test('the cancel flow of a technician visit is not offered yet', () => {
    expect(canCancel({ kind: 'technician-visit', status: { kind: 'booked' }, starts: later }, now)).toEqual({
      allowed: false,
      reason: 'not-offered',
    });
  });
});
