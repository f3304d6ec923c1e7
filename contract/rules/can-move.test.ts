import { describe, expect, test } from 'vitest';
import { booking, type BookingKind, type BookingStatus } from '../booking.ts';
import { canMove } from './can-move.ts';

const now = new Date('2026-11-21T09:00:00Z');
const later = { at: '2026-11-21T09:00:01.000Z', offset: '+03:00' };
const of = (kind: BookingKind, status: BookingStatus = { kind: 'booked' }) => ({
  kind,
  status,
  starts: later,
});

describe('whether a booking may be moved to another time', () => {
  test.each(['clinic-visit', 'visit'] as const)('a booked %s that has not begun may be', (kind) => {
    expect(canMove(of(kind), now)).toEqual({ allowed: true });
  });

  test.each(['home-call', 'appointment-request', 'technician-visit'] as const)(
    'a %s has no times to choose from',
    (kind) => {
      expect(canMove(of(kind), now)).toEqual({ allowed: false, reason: 'not-offered' });
    },
  );

  test('at its very start it is past', () => {
    const begun = { ...of('clinic-visit'), starts: { ...later, at: now.toISOString() } };
    expect(canMove(begun, now)).toEqual({ allowed: false, reason: 'past' });
  });

  test('a step of a check-up is given up as such', () => {
    const step = { ...of('clinic-visit'), partOfCheckUp: true };
    expect(canMove(step, now)).toEqual({ allowed: false, reason: 'part-of-check-up' });
  });

  test.each([
    [{ kind: 'cancelled', at: null }, 'already-cancelled'],
    [{ kind: 'completed' }, 'over'],
    [{ kind: 'missed' }, 'over'],
    [{ kind: 'transferred' }, 'over'],
    [{ kind: 'in-progress' }, 'in-progress'],
    [{ kind: 'unrecognised', wireStatus: 'awaiting_triage' }, 'status-unclear'],
  ] satisfies [BookingStatus, string][])('%j may not be: %s', (status, reason) => {
    expect(canMove(of('visit', status), now)).toEqual({ allowed: false, reason });
    expect(canMove({ ...of('clinic-visit', status), partOfCheckUp: true }, now)).toEqual({
      allowed: false,
      reason,
    });
  });

  test('a booking that the journal keeps from before there were moves is read, and is not moved', () => {
    const kept = {
      ...of('visit'),
      source: 'visits',
      id: 'v1',
      person: 'self',
      ends: null,
      place: null,
      who: null,
      visitType: 'initial',
      reason: null,
      cancelReason: null,
      can: { cancel: { allowed: true } },
    };
    expect(booking.parse(kept).can.move).toEqual({ allowed: false, reason: 'not-offered' });
  });
});
