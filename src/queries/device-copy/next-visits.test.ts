import { describe, expect, test } from 'vitest';
import type { Booking } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import { atMost, isStillAhead, nextVisits } from './next-visits.ts';

const now = new Date('2026-11-21T09:00:00.000Z');
const self: Person = { ref: 'self', relation: 'self', name: 'Анна Соколова', birthDate: '1984-03-14' };
const child: Person = { ref: 'child-1', relation: 'child', name: 'Вера Соколова', birthDate: '2017-03-14' };

const visit = (at: string, more: Partial<Extract<Booking, { kind: 'clinic-visit' }>> = {}): Booking => ({
  kind: 'clinic-visit',
  source: 'clinic-visits',
  id: at,
  person: 'self',
  status: { kind: 'booked' },
  starts: { at, offset: '+03:00' },
  ends: null,
  place: { clinicId: 'lpu-1', name: 'Поликлиника № 1', address: 'ул. Мира, 5', phone: '8 (495) 000-10-01' },
  who: { name: 'Ефимов Пётр Ильич', role: 'Врач-терапевт' },
  can: { cancel: { allowed: true }, move: { allowed: false, reason: 'not-offered' } },
  ticketNumber: '057',
  room: '105',
  floor: 1,
  partOfCheckUp: true,
  madeAt: { at: '2026-11-01T09:00:00.000Z', offset: '+03:00' },
  history: [{ at: '2026-11-01T09:00:00.000Z', offset: '+03:00', text: 'Записан', by: 'Анна' }],
  ...more,
});
const loopVisit = (at: string): Booking => ({
  ...visit(at),
  kind: 'visit',
  source: 'visits',
  visitType: 'telehealth',
  reason: 'Болит спина',
  cancelReason: null,
});

test('only what one needs to get there is kept of a visit', () => {
  expect(nextVisits([visit('2026-11-22T06:00:00.000Z')], [self], now)).toEqual([
    {
      id: 'clinic-visits/self/2026-11-22T06:00:00.000Z',
      kind: 'clinic-visit',
      visitType: null,
      starts: { at: '2026-11-22T06:00:00.000Z', offset: '+03:00' },
      place: { name: 'Поликлиника № 1', address: 'ул. Мира, 5', phone: '8 (495) 000-10-01' },
      who: { name: 'Ефимов Пётр Ильич', role: 'Врач-терапевт' },
      ticketNumber: '057',
      room: '105',
      floor: 1,
      person: null,
    },
  ]);
});

test('why somebody comes is not kept', () => {
  const kept = nextVisits([loopVisit('2026-11-22T06:00:00.000Z')], [self], now);
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toContain('спина');
});

test('whose a visit is, is kept only where it could be somebody else’s', () => {
  const visits = [visit('2026-11-22T06:00:00.000Z', { person: 'child-1' })];
  expect(nextVisits(visits, [self, child], now)[0]?.person).toBe('Вера Соколова');
  expect(nextVisits(visits, [child], now)[0]?.person).toBeNull();
});

test('the soonest come first, and no more than five', () => {
  const days = ['28', '22', '25', '24', '27', '23', '26'];
  const kept = nextVisits(
    days.map((day) => visit(`2026-11-${day}T06:00:00.000Z`)),
    [self],
    now,
  );
  expect(kept).toHaveLength(atMost);
  expect(kept.map(({ starts }) => starts.at.slice(8, 10))).toEqual(['22', '23', '24', '25', '26']);
});

describe('not kept is', () => {
  test.each([
    ['what is cancelled', { status: { kind: 'cancelled', at: null } }],
    ['what has a state that nobody knows', { status: { kind: 'unrecognised', wireStatus: 'held' } }],
    ['what took place', { status: { kind: 'completed' } }],
    ['what has no time', { starts: null }],
    ['what was yesterday', { starts: { at: '2026-11-20T06:00:00.000Z', offset: '+03:00' } }],
  ] as const)('%s', (_name, more) => {
    expect(nextVisits([visit('2026-11-22T06:00:00.000Z', more)], [self], now)).toEqual([]);
  });

  test('a request: it is no visit yet', () => {
    const request: Booking = {
      ...visit('2026-11-22T06:00:00.000Z'),
      kind: 'appointment-request',
      orderId: 7001,
      dateFrom: null,
      offeredTimes: [],
    };
    expect(nextVisits([request], [self], now)).toEqual([]);
  });
});

describe('a visit is shown until its day is over by the clock of its place', () => {
  test.each([
    ['2026-11-21T06:00:00.000Z', '+03:00', true],
    ['2026-11-20T20:59:00.000Z', '+03:00', false],
    ['2026-11-20T21:01:00.000Z', '+03:00', true],
    ['2026-11-20T21:01:00.000Z', '+00:00', false],
  ])('%s at %s: %s', (at, offset, expected) => {
    expect(isStillAhead({ at, offset }, now)).toBe(expected);
  });
});
