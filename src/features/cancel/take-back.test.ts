import { describe, expect, test } from 'vitest';
import type { ClinicVisit } from '#contract/booking.ts';
import { clinicVisit } from '#contract/testing/sample-bookings.ts';
import { lostWith, specialityOf, wayBack } from './take-back.ts';

const now = new Date('2026-11-21T09:00:00.000Z');
const visit = clinicVisit({
  status: { kind: 'cancelled', at: null },
  starts: { at: '2026-11-22T21:30:00.000Z', offset: '+03:00' },
  place: { clinicId: 'lpu', name: 'Поликлиника № 1', address: null, phone: null },
  who: { name: 'Кузнецова', role: 'Врач-терапевт' },
  slot: { id: 'cell', doctorId: 'doc' },
  can: { cancel: { allowed: false, reason: 'already-cancelled' }, move: { allowed: true } },
});
const specialities = [
  { id: '1', name: 'Хирург' },
  { id: '2', name: 'Терапевт' },
  { id: '3', name: 'Хирург-онколог' },
];

describe('a time that was given up', () => {
  test('is asked for again with everything chosen, on the clinic’s own day', () => {
    const lost = lostWith(visit, now);
    expect(lost && wayBack(lost, specialityOf(specialities, lost.role))).toBe(
      '/reserve?person=self&clinic=lpu&doctor=doc&day=2026-11-23&slot=cell&speciality=2&back=1',
    );
  });

  test('leads to its clinic where nobody knows the speciality', () => {
    const lost = lostWith({ ...visit, who: null }, now);
    expect(lost && wayBack(lost, specialityOf(specialities, lost.role))).toBe(
      '/reserve?person=self&clinic=lpu',
    );
  });

  test.each([
    ['has begun', { starts: { at: now.toISOString(), offset: '+03:00' } }],
    ['has no cell', { slot: undefined }],
    ['has no time', { starts: null }],
    ['has no clinic', { place: null }],
  ])('cannot be asked for where it %s', (_why, more) => {
    expect(lostWith({ ...visit, ...more } as ClinicVisit, now)).toBeNull();
  });

  test('is of the speciality that fits the doctor’s role best', () => {
    expect(specialityOf(specialities, 'Врач хирург-онколог')?.id).toBe('3');
    expect(specialityOf(specialities, 'Врач-хирург')?.id).toBe('1');
    expect(specialityOf(specialities, 'Акушерка')).toBeUndefined();
    expect(specialityOf([{ id: '9', name: 'Терапевт' }], 'Врач-физиотерапевт')).toBeUndefined();
  });
});
