import { describe, expect, test } from 'vitest';
import { byDay } from '#contract/rules/calendar-days.ts';
import type { Slot } from '#contract/slot.ts';
import { clinicVisit } from '#contract/testing/sample-bookings.ts';
import { freeSlot, heldTime } from '#contract/testing/sample-schedule.ts';
import {
  everyDay,
  freeOf,
  leftOut,
  markSlots,
  nearestTo,
  whyNothingFree,
  type Looker,
} from './marked-slots.ts';

const slot = (at: string, more: Partial<Slot> = {}) => freeSlot(at, at, more);
const looker: Looker = {
  birthDate: '1984-03-14',
  forChildren: false,
  doctor: 'Ефимов Роман Андреевич',
  hold: null,
  bookings: [],
  now: new Date('2026-11-21T06:00:00.000Z'),
};
const nine = '2026-11-23T06:00:00.000Z';
const ten = '2026-11-23T07:00:00.000Z';
const kinds = (slots: readonly Slot[], more: Partial<Looker> = {}) =>
  markSlots(slots, { ...looker, ...more }).map(({ mark }) => mark);

const place = { clinicId: 'c1', name: 'Поликлиника № 1', address: null, phone: null };
const hold = heldTime({
  id: 'hold',
  slot: { id: nine, starts: slot(nine).starts, ends: null },
  place,
  doctor: { name: 'Ефимов', speciality: null },
});
const visit = clinicVisit({ id: 'visit', starts: slot(nine).starts, ends: slot(nine).ends, place });

describe('what a time is to the person', () => {
  test('free, with the places that are left', () => {
    expect(kinds([slot(nine, { capacity: 3, used: 1 })])).toEqual([{ kind: 'free', left: 2, clash: false }]);
  });

  test('kept for them, though the clinic calls it taken', () => {
    const taken = slot(nine, { used: 1, availability: 'taken' });
    expect(kinds([taken], { hold })).toEqual([{ kind: 'held', holdId: 'hold' }]);
    expect(kinds([taken], { hold: { ...hold, state: 'released' } })).toEqual([
      { kind: 'refused', reason: 'taken' },
    ]);
  });

  test('their own visit, full or not', () => {
    expect(kinds([slot(nine, { used: 1, availability: 'taken' })], { bookings: [visit] })).toEqual([
      { kind: 'mine', booking: visit },
    ]);
    expect(kinds([slot(nine, { capacity: 2, used: 1 })], { bookings: [visit] })).toMatchObject([
      { kind: 'mine' },
    ]);
  });

  test('a visit to another doctor of the clinic is something else, and one doctor is written in many ways', () => {
    const to = (name: string) => ({ ...visit, who: { name, role: null } });
    expect(kinds([slot(nine)], { bookings: [to('Громов Илья Сергеевич')] })).toMatchObject([
      { kind: 'free', clash: true },
    ]);
    expect(kinds([slot(nine)], { bookings: [to('ЕФИМОВ Р. А.')] })).toMatchObject([{ kind: 'mine' }]);
  });

  test('free, with something else of theirs elsewhere at that time', () => {
    const elsewhere = { ...visit, place: { ...place, clinicId: 'another' } };
    expect(kinds([slot(nine), slot(ten)], { bookings: [elsewhere] })).toEqual([
      { kind: 'free', left: 1, clash: true },
      { kind: 'free', left: 1, clash: false },
    ]);
  });

  test("refused, with the reason: what the clinic says, and an adult at a children's clinic", () => {
    expect(kinds([slot(nine, { availability: 'no-right' })])).toEqual([
      { kind: 'refused', reason: 'no-right' },
    ]);
    expect(kinds([slot(nine)], { forChildren: true })).toEqual([
      { kind: 'refused', reason: 'only-children' },
    ]);
  });
});

test('times are by the day of the clinic, earliest first', () => {
  const marked = markSlots(
    [slot('2026-11-23T08:00:00.000Z'), slot('2026-11-22T06:00:00.000Z'), slot('2026-11-21T22:30:00.000Z')],
    looker,
  );
  expect(byDay(marked).map(({ day, times }) => [day, times.map(({ slot: { id } }) => id)])).toEqual([
    ['2026-11-22', ['2026-11-21T22:30:00.000Z', '2026-11-22T06:00:00.000Z']],
    ['2026-11-23', ['2026-11-23T08:00:00.000Z']],
  ]);
  expect(everyDay(marked, '2026-11-21', 3).map(({ day, times }) => [day, times.length])).toEqual([
    ['2026-11-21', 0],
    ['2026-11-22', 2],
    ['2026-11-23', 1],
  ]);
});

test('says why nothing can be taken, and what is left out', () => {
  const why = (...slots: Slot[]) => whyNothingFree(markSlots(slots, looker));
  expect(why()).toBe('none');
  expect(why(slot(nine, { used: 1, availability: 'taken' }))).toBe('none');
  expect(why(slot(nine, { availability: 'no-right' }))).toBe('no-right');
  const mixed = [slot(nine, { availability: 'no-right' }), slot(ten, { availability: 'age' })];
  expect(why(...mixed)).toBe('age');
  expect(leftOut(markSlots([...mixed, slot(nine, { used: 1, availability: 'no-right' })], looker))).toEqual({
    'no-right': 1,
    age: 1,
  });
});

test('the nearest free times are on both sides of the wanted one, and in order', () => {
  const times = ['05:00', '06:00', '06:40', '07:20', '12:00'].map((time) =>
    slot(`2026-11-23T${time}:00.000Z`),
  );
  const taken = slot('2026-11-23T06:20:00.000Z', { used: 1, availability: 'taken' });
  const free = freeOf(markSlots([...times, taken], looker));
  const near = nearestTo(free, { at: '2026-11-23T06:20:00.000Z' }, 3);
  expect(near.map(({ slot: { id } }) => id.slice(11, 16))).toEqual(['06:00', '06:40', '07:20']);
});
