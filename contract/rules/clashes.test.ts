import { describe, expect, test } from 'vitest';
import type { Booking, BookingStatus, ClinicVisit, HomeCall } from '../booking.ts';
import { clashesOf, isOfSpeciality } from './clashes.ts';

const now = new Date('2026-11-21T09:00:00.000Z');
const time = (at: string) => ({ at: `${at}:00.000Z`, offset: '+03:00' });
const wanted = {
  starts: time('2026-11-23T06:20'),
  ends: time('2026-11-23T06:40'),
  speciality: 'Терапевт',
};

const common = (from: string | null, to: string | null, status: BookingStatus) => ({
  person: 'self',
  status,
  starts: from === null ? null : time(from),
  ends: to === null ? null : time(to),
  place: null,
  can: { cancel: { allowed: true }, move: { allowed: true } } as const,
});
const visit = (
  from: string | null,
  to: string | null,
  {
    role = 'Врач-невролог',
    status = { kind: 'booked' },
  }: { role?: string | null; status?: BookingStatus } = {},
): ClinicVisit => ({
  ...common(from, to, status),
  kind: 'clinic-visit',
  source: 'clinic-visits',
  id: `visit ${from}`,
  who: { name: 'Рябов', role },
  ticketNumber: null,
  room: null,
  floor: null,
  partOfCheckUp: false,
  madeAt: null,
  history: [],
});
const homeCall = (from: string, role: string): HomeCall => ({
  ...common(from, null, { kind: 'booked' }),
  kind: 'home-call',
  source: 'home-calls',
  id: `call ${from}`,
  who: { name: 'Кузнецова', role },
  address: null,
  statusSince: null,
});
const reasons = (...bookings: Booking[]) => clashesOf(wanted, bookings, now).map(({ reason }) => reason);

describe('at the same time', () => {
  test.each([
    ['just before, touching', '2026-11-23T06:00', '2026-11-23T06:20', []],
    ['over the beginning', '2026-11-23T06:10', '2026-11-23T06:21', ['same-time']],
    ['exactly then', '2026-11-23T06:20', '2026-11-23T06:40', ['same-time']],
    ['within', '2026-11-23T06:25', '2026-11-23T06:30', ['same-time']],
    ['around', '2026-11-23T05:00', '2026-11-23T08:00', ['same-time']],
    ['just after, touching', '2026-11-23T06:40', '2026-11-23T07:00', []],
    ['without an end, at its beginning', '2026-11-23T06:20', null, ['same-time']],
    ['without an end, before', '2026-11-23T06:19', null, []],
    ['without a time', null, null, []],
  ])('%s', (_name, from, to, expected) => {
    expect(reasons(visit(from, to))).toEqual(expected);
  });

  test('by another clock it is the same moment', () => {
    const far = { ...visit('2026-11-23T06:20', null), starts: { ...wanted.starts, offset: '+07:00' } };
    expect(reasons(far)).toEqual(['same-time']);
  });

  test('a doctor who comes home counts as well', () => {
    expect(reasons(homeCall('2026-11-23T06:30', 'Врач-терапевт'))).toEqual(['same-time']);
  });

  test.each([
    [{ kind: 'new' }, ['same-time']],
    [{ kind: 'in-progress' }, ['same-time']],
    [{ kind: 'unrecognised', wireStatus: 'awaiting_triage' }, ['same-time']],
    [{ kind: 'cancelled', at: null }, []],
    [{ kind: 'completed' }, []],
    [{ kind: 'missed' }, []],
    [{ kind: 'transferred' }, []],
    [{ kind: 'became-visit' }, []],
  ] satisfies [BookingStatus, string[]][])('of status %j', (status, expected) => {
    expect(reasons(visit('2026-11-23T06:20', '2026-11-23T06:40', { status }))).toEqual(expected);
  });
});

describe('of the same speciality', () => {
  const later = (role: string | null) => visit('2026-12-01T06:20', '2026-12-01T06:40', { role });

  test('a visit on another day', () => {
    expect(reasons(later('Врач-терапевт'))).toEqual(['same-speciality']);
    expect(reasons(later('Врач-невролог'), later(null))).toEqual([]);
  });

  test('not one that is over, and not a doctor who comes home: the rule is about visits', () => {
    expect(reasons(visit('2026-11-20T06:20', null, { role: 'Врач-терапевт' }))).toEqual([]);
    expect(reasons(homeCall('2026-12-01T06:20', 'Врач-терапевт'))).toEqual([]);
  });

  test('nothing is said while the speciality is not known', () => {
    expect(clashesOf({ ...wanted, speciality: null }, [later('Врач-терапевт')], now)).toEqual([]);
  });

  test.each([
    ['Врач-терапевт участковый', 'Терапевт', true],
    ['ВРАЧ-АКУШЁР-ГИНЕКОЛОГ', 'Акушер-гинеколог', true],
    ['Врач-стоматолог-терапевт', 'Стоматолог-хирург', false],
    ['Врач-психотерапевт', 'Терапевт', false],
    ['Врач', '', false],
  ])('%s as %s: %s', (role, speciality, expected) => {
    expect(isOfSpeciality(role, speciality)).toBe(expected);
  });
});

test('the earliest comes first, and one that clashes twice is told once', () => {
  const found = clashesOf(
    wanted,
    [
      visit('2026-12-01T06:20', null, { role: 'Терапевт' }),
      visit('2026-11-23T06:20', null, { role: 'Терапевт' }),
    ],
    now,
  );
  expect(found.map(({ reason }) => reason)).toEqual(['same-time', 'same-speciality']);
});
