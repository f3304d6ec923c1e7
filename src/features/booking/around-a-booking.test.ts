import { describe, expect, test } from 'vitest';
import { loopVisit } from '#contract/testing/sample-bookings.ts';
import { calendarAddress, calendarOffer } from './calendar-address.ts';
import { clinicOffset } from './clinic-offset.ts';
import { daysLeft } from './days-left.ts';
import { mapAddress } from './map-address.ts';
import { ownAddress } from './own-address.ts';

const at = '2026-11-23T22:30:00.000Z';
const booking = loopVisit({
  id: 'a/1',
  person: 'child-1',
  starts: { at, offset: '+03:00' },
  visitType: 'initial',
});

describe('days until a booking, by its place’s clock', () => {
  test.each([
    ['2026-11-23T20:59:59.000Z', '+03:00', 1],
    ['2026-11-23T21:00:00.000Z', '+03:00', 0],
    ['2026-11-23T20:59:59.000Z', '-05:00', 0],
    ['2026-11-21T09:00:00.000Z', '+03:00', 3],
    [at, '+03:00', null],
  ])('at %s it is %s away', (now, offset, days) => {
    expect(daysLeft({ at, offset }, new Date(now))).toBe(days);
  });
});

describe('the clinic’s offset', () => {
  const since = (offset: string) => ({ statusSince: { at, offset } });
  test('is the one that is known', () => {
    expect(clinicOffset(booking, { statusSince: null })).toBe('+03:00');
    expect(clinicOffset({ starts: null }, since('+05:00'))).toBe('+05:00');
    expect(clinicOffset(booking, since('+03:00'))).toBe('+03:00');
  });
  test('is not known where two moments have two', () => {
    expect(clinicOffset(booking, since('+02:00'))).toBeNull();
    expect(clinicOffset({ starts: null }, { statusSince: null })).toBeNull();
  });
});

describe('a calendar', () => {
  const before = new Date('2026-11-21T09:00:00.000Z');
  test('takes what is ahead and takes back what was cancelled', () => {
    expect(calendarOffer(booking, before)).toBe('add');
    expect(calendarOffer({ ...booking, status: { kind: 'cancelled', at: null } }, before)).toBe('remove');
  });
  test('is not offered what is over or has no time', () => {
    expect(calendarOffer(booking, new Date(at))).toBeNull();
    expect(calendarOffer({ ...booking, status: { kind: 'missed' } }, before)).toBeNull();
    expect(calendarOffer({ ...booking, starts: null }, before)).toBeNull();
  });
  test('is told where the file is, and in which language', () => {
    expect(calendarAddress(booking, 'ru')).toBe(
      '/api/bookings/visits/a%2F1/calendar.ics?person=child-1&language=ru',
    );
  });
});

test('the address on paper names a child, and nobody else', () => {
  expect(ownAddress(booking, 'child', 'https://t.example')).toBe(
    'https://t.example/bookings/visits/a%2F1?person=child-1',
  );
  for (const relation of ['self', 'patient'] as const)
    expect(ownAddress(booking, relation, 'https://t.example')).toBe(
      'https://t.example/bookings/visits/a%2F1',
    );
});

test('a map is asked for the address alone', () => {
  expect(mapAddress('ул. Садовая, д. 12 & 14')).toBe(
    'https://www.openstreetmap.org/search?query=%D1%83%D0%BB.+%D0%A1%D0%B0%D0%B4%D0%BE%D0%B2%D0%B0%D1%8F%2C+%D0%B4.+12+%26+14',
  );
});
