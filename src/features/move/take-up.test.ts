import { describe, expect, test } from 'vitest';
import type { ClinicVisit } from '#contract/booking.ts';
import type { Operation } from '#contract/operation.ts';
import type { Hold } from '#contract/slot.ts';
import { clinicVisit } from '#contract/testing/sample-bookings.ts';
import { takeUp, type Found } from './take-up.ts';

const time = { at: '2026-11-25T07:00:00.000Z', offset: '+03:00' };
const place = { clinicId: 'c1', name: 'Поликлиника № 1', address: null, phone: null };
const visit = (id: string, slot: string, more: Partial<ClinicVisit> = {}) =>
  clinicVisit({ id, starts: time, place, slot: { id: slot, doctorId: 'd1' }, ...more });
const cancelled = { status: { kind: 'cancelled', at: null } } as const;
const hold = (slot: string, state: Hold['state'] = 'held'): Hold => ({
  id: `hold-${slot}`,
  person: 'self',
  slot: { id: slot, starts: time, ends: null },
  place,
  doctor: { name: 'Кузнецова', speciality: null },
  ageCategory: 'ADULT',
  keptUntil: time.at,
  state,
});
const operation = (kind: Operation['kind'], more: Partial<Operation> = {}): Operation => ({
  id: 'op',
  kind,
  state: 'unknown',
  person: 'self',
  at: time.at,
  report: null,
  booking: null,
  hold: null,
  ...more,
});
const taken = (more: Partial<Found> = {}) => {
  const old = more.old ?? visit('old', 'slot-old');
  return takeUp({ old, to: 'slot-new', bookings: [old], hold: null, operations: [], ...more });
};
const done = (more?: Partial<Found>) => [...taken(more).done].toSorted();

describe('a move that is found', () => {
  test('with nothing done has nothing done', () => {
    expect(done()).toEqual([]);
  });

  test('with the new time kept goes on from there', () => {
    expect(taken({ hold: hold('slot-new') })).toMatchObject({ held: { new: 'hold-slot-new', back: null } });
    expect(done({ hold: hold('slot-new') })).toEqual(['hold']);
    expect(done({ hold: hold('slot-new', 'lapsed') })).toEqual([]);
    expect(done({ hold: hold('slot-other') })).toEqual([]);
  });

  test('with a booking in the new time has that made', () => {
    const bookings = [visit('old', 'slot-old'), visit('new', 'slot-new')];
    expect(done({ bookings })).toEqual(['confirm', 'hold']);
    expect(taken({ bookings }).booking?.id).toBe('new');
  });

  test('with a cancelled booking in the new time has nothing made', () => {
    expect(done({ bookings: [visit('new', 'slot-new', cancelled)] })).toEqual([]);
  });

  test('with the old booking cancelled has that done', () => {
    const old = visit('old', 'slot-old', cancelled);
    expect(done({ old })).toEqual(['cancel']);
    expect(done({ old, bookings: [old, visit('new', 'slot-new')] })).toEqual(['cancel', 'confirm', 'hold']);
  });

  test('with the old time booked again has gone back', () => {
    const old = visit('old', 'slot-old', cancelled);
    expect(done({ old, hold: hold('slot-old') })).toEqual(['cancel', 'hold-back']);
    expect(done({ old, bookings: [old, visit('again', 'slot-old')] })).toEqual([
      'cancel',
      'confirm-back',
      'hold-back',
    ]);
  });

  test('while a reservation is open takes no ticket for a booking: a kept time is listed like one', () => {
    const bookings = [visit('new', 'slot-new')];
    for (const open of [operation('hold'), operation('confirm', { hold: hold('slot-new', 'settling') })])
      expect(done({ bookings, operations: [open] })).toEqual([]);
  });
});

describe('an operation of before', () => {
  const open = (found: Operation) => Object.keys(taken({ operations: [found] }).open);

  test.each([
    ['an open hold without a time', operation('hold'), ['hold']],
    ['a hold of the new time', operation('hold', { state: 'confirmed', hold: hold('slot-new') }), ['hold']],
    ['a confirmation of it', operation('confirm', { hold: hold('slot-new') }), ['confirm']],
    ['a confirmation of the old time', operation('confirm', { hold: hold('slot-old') }), ['confirm-back']],
    ['the cancel of the old booking', operation('cancel', { booking: visit('old', 'slot-old') }), ['cancel']],
    ['a refused hold without a time', operation('hold', { state: 'refused' }), []],
    ['a hold of another time', operation('hold', { hold: hold('slot-other') }), []],
    ['the cancel of another booking', operation('cancel', { booking: visit('x', 'slot-x') }), []],
    ['a release', operation('release', { hold: hold('slot-new') }), []],
  ] as const)('%s', (_, found, legs) => {
    expect(open(found)).toEqual(legs);
  });
});
