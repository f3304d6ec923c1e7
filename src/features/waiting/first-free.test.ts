import { expect, test } from 'vitest';
import type { EarliestOffer } from '#contract/earliest.ts';
import type { Doctor, Slot } from '#contract/slot.ts';
import { freeSlot } from '#contract/testing/sample-schedule.ts';
import { firstFree } from './first-free.ts';

const therapist = { id: '27', name: 'Терапевт' };
const doctor = (id: string): Doctor => ({ id, name: id, position: null, room: null, freeTickets: null });
const offer = (id: string, slots: readonly Slot[], speciality = therapist): EarliestOffer => ({
  clinic: { id: 'c1', name: 'Clinic', address: null },
  speciality,
  doctor: doctor(id),
  slots: [...slots],
});
const found = (offers: readonly EarliestOffer[], wanted: string | null = null) => {
  const first = firstFree(
    { offers: [...offers], missing: [], days: 14 },
    { speciality: therapist, doctor: wanted === null ? null : doctor(wanted) },
  );
  return first && [first.slot.id, first.doctor.id];
};

const late = freeSlot('late', '2026-11-25T06:00:00.000Z');
const early = freeSlot('early', '2026-11-24T05:30:00.000Z');

test('any doctor’s earliest time is the one, whatever the order they came in', () => {
  expect(found([offer('petrov', [late]), offer('ivanov', [late, early])])).toEqual(['early', 'ivanov']);
});

test('of a wanted doctor only their own', () => {
  expect(found([offer('petrov', [late]), offer('ivanov', [early])], 'petrov')).toEqual(['late', 'petrov']);
  expect(found([offer('petrov', []), offer('ivanov', [early])], 'petrov')).toBeNull();
});

test('another speciality of the same name list is none', () => {
  expect(found([offer('petrov', [early], { id: '28', name: 'Терапевт' })])).toBeNull();
});

test('no offer is no time', () => {
  expect(found([])).toBeNull();
});
