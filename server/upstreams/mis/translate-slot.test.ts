import { describe, expect, test } from 'vitest';
import { wireSlot } from './mis-wire.ts';
import { translateSlot } from './translate-mis.ts';

const now = new Date('2026-11-21T09:00:00Z');
const free = {
  status: 'Available',
  message: null,
  flagAccess: 'Registry,Internet',
  count: 1,
  usedCount: 0,
  timeTableGuid: '43c6cec0-3b91-48ab-acab-d541a88e91f7',
  docGuid: 'f05d7650-a2a0-49dc-99f1-bb57829bc46a',
  beginTime: '2026-11-25T00:15:00+03:00',
  endTime: '2026-11-25T00:30:00+03:00',
  ageFrom: null,
  ageTo: null,
};
const slot = (other: object = {}, birthDate = '1991-03-14') =>
  translateSlot(wireSlot.parse({ ...free, ...other }), { clinicId: 'lpu', doctorId: 'doc', birthDate, now });

test('a cell is a slot of its clinic and doctor, at the clinic’s own clock', () => {
  expect(slot()).toEqual({
    id: free.timeTableGuid,
    clinicId: 'lpu',
    doctorId: 'doc',
    starts: { at: '2026-11-24T21:15:00.000Z', offset: '+03:00' },
    ends: { at: '2026-11-24T21:30:00.000Z', offset: '+03:00' },
    capacity: 1,
    used: 0,
    availability: 'free',
    note: null,
  });
});

describe('what a patient could do with a cell', () => {
  test.each([
    ['a cell for several is free while there is room', { count: 3, usedCount: 2 }, 'free'],
    ['and taken when it is full', { count: 3, usedCount: 3 }, 'taken'],
    ['or fuller than full', { count: 1, usedCount: 2 }, 'taken'],
    ['a cell without capacity is never free', { count: 0, usedCount: 0 }, 'taken'],
    ['a booked cell is taken, whatever the figures', { status: 'Booked' }, 'taken'],
    ['a cell whose time is past is past', { beginTime: '2026-11-21T12:00:00+03:00' }, 'past'],
    ['a second before it is not', { beginTime: '2026-11-21T12:00:01+03:00' }, 'free'],
    ['an expired cell is past, whatever its time', { status: 'Expired' }, 'past'],
    ['past comes before taken', { status: 'Expired', usedCount: 1 }, 'past'],
    ['a cell for others is one without the right', { status: 'Unauthorized' }, 'no-right'],
    ['a closed cell is not offered', { status: 'Unavailable' }, 'unavailable'],
    ['nor one with a message', { status: 'UnavailableWithMessage' }, 'unavailable'],
    ['nor one with a status that we do not know', { status: 'Reserved' }, 'unavailable'],
    ['nor one whose status is in other letters', { status: 'available' }, 'unavailable'],
  ])('%s', (_, other, availability) => {
    expect(slot(other).availability).toBe(availability);
  });

  test.each([
    ['Internet', 'free'],
    ['Doctor', 'free'],
    ['Registry, internet', 'free'],
    ['Registry', 'no-right'],
    ['DoctorOtherLpu', 'no-right'],
    ['None', 'no-right'],
    ['', 'no-right'],
    [null, 'no-right'],
  ])('depends on the rights of the cell, a list in whatever letters: %j', (flagAccess, availability) => {
    expect(slot({ flagAccess }).availability).toBe(availability);
  });

  test.each([
    ['born a day too late for 18', '2008-11-26', { ageFrom: 18 }, 'age'],
    ['18 on the day of the visit itself', '2008-11-25', { ageFrom: 18 }, 'free'],
    ['the last year of an age', '2008-11-26', { ageTo: 17 }, 'free'],
    ['a year past it', '2008-11-25', { ageTo: 17 }, 'age'],
    ['no limit at all', '1921-01-01', {}, 'free'],
  ])('depends on the age on the clinic’s own day of the visit: %s', (_, birthDate, ages, availability) => {
    expect(slot(ages, birthDate).availability).toBe(availability);
  });
});

test('what the clinic says of a cell is shown', () => {
  expect(slot({ status: 'UnavailableWithMessage', message: 'Врач в отпуске' }).note).toBe('Врач в отпуске');
});
