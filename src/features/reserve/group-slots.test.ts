import { expect, test } from 'vitest';
import type { Slot } from '#contract/slot.ts';
import { freeDays, whyNothingFree } from './group-slots.ts';

const slot = (at: string, availability: Slot['availability'] = 'free', used = 0): Slot => ({
  id: at,
  clinicId: 'clinic',
  doctorId: 'doctor',
  starts: { at, offset: '+03:00' },
  ends: { at, offset: '+03:00' },
  capacity: 1,
  used,
  availability,
  note: null,
});

test('free times are grouped by the day of the clinic, earliest first, and taken ones are left out', () => {
  const days = freeDays([
    slot('2026-11-23T08:00:00.000Z'),
    slot('2026-11-22T06:00:00.000Z'),
    slot('2026-11-21T22:30:00.000Z'),
    slot('2026-11-22T07:00:00.000Z', 'taken', 1),
  ]);
  expect(days.map(({ day, slots }) => [day, slots.map(({ id }) => id)])).toEqual([
    ['2026-11-22', ['2026-11-21T22:30:00.000Z', '2026-11-22T06:00:00.000Z']],
    ['2026-11-23', ['2026-11-23T08:00:00.000Z']],
  ]);
});

test('says why nothing can be taken', () => {
  expect(whyNothingFree([])).toBe('none');
  expect(whyNothingFree([slot('2026-11-22T06:00:00.000Z', 'taken', 1)])).toBe('none');
  expect(whyNothingFree([slot('2026-11-22T06:00:00.000Z', 'no-right')])).toBe('no-right');
  expect(
    whyNothingFree([slot('2026-11-22T06:00:00.000Z', 'no-right'), slot('2026-11-22T07:00:00.000Z', 'age')]),
  ).toBe('age');
});
