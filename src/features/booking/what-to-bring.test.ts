import { expect, test } from 'vitest';
import { clinicVisit, homeCall, loopVisit, technicianVisit } from '#contract/testing/sample-bookings.ts';
import { whatToBring } from './what-to-bring.ts';

const visit = clinicVisit({ ticketNumber: '008' });
const loop = loopVisit({ visitType: 'initial' });

test.each([
  ['an adult', '1984-03-14', ['id', 'policy', 'number']],
  ['somebody whose 15th birthday is the day of the visit', '2011-11-23', ['id', 'policy', 'number']],
  ['a child until the day before', '2011-11-24', ['childId', 'childPolicy', 'parentId', 'number']],
])('to a clinic %s brings', (_who, birthDate, things) => {
  expect(whatToBring(visit, birthDate)).toEqual(things);
});

test('the day is the clinic’s', () => {
  const late = { ...visit, starts: { at: '2026-11-22T22:30:00.000Z', offset: '+03:00' } };
  expect(whatToBring(late, '2011-11-23')).toContain('id');
});

test('a number is brought only where there is one', () => {
  expect(whatToBring({ ...visit, ticketNumber: null }, '1984-03-14')).toEqual(['id', 'policy']);
  expect(whatToBring(homeCall(), '1984-03-14')).toEqual(['id', 'policy']);
  expect(whatToBring(loop, '1984-03-14')).toEqual(['id', 'policy']);
});

test('nothing is brought to a screen, to a technician, or to no time at all', () => {
  expect(whatToBring({ ...loop, visitType: 'telehealth' }, '1984-03-14')).toEqual([]);
  expect(whatToBring(technicianVisit(), '1984-03-14')).toEqual([]);
  expect(whatToBring({ ...visit, starts: null }, '1984-03-14')).toEqual([]);
});
