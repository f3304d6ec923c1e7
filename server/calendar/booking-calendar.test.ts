import { describe, expect, test } from 'vitest';
import type { Booking } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import { clinicVisit, homeCall, loopVisit } from '#server/testing/fake-bookings.ts';
import { bookingCalendar, calendarFileName } from './booking-calendar.ts';
import { calendarLanguages, calendarWords } from './calendar-words.ts';

const anna: Person = { ref: 'self', relation: 'self', name: 'Анна Соколова', birthDate: '1984-03-14' };
const timofey: Person = {
  ref: 'child-1',
  relation: 'child',
  name: 'Тимофей Орлов',
  birthDate: '2017-05-01',
};
const starts = { at: '2026-03-09T07:00:00.000Z', offset: '+03:00' };
const visit: Booking = { ...clinicVisit('a1'), starts };

/** The lines of the file, with those that were folded put together again. */
function file(booking: Booking, { person = anna, now = '2026-03-02T08:00:00.000Z', language = 'ru' } = {}) {
  const page = new URL(`https://talon.example/bookings/${booking.source}/${booking.id}`);
  const text = bookingCalendar({
    booking: { ...booking, starts: booking.starts ?? starts },
    person,
    now: new Date(now),
    language,
    words: calendarWords(language),
    page,
  });
  return text.replaceAll('\r\n ', '').split('\r\n');
}
const valueOf = (lines: readonly string[], name: string) =>
  lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);

describe('an entry', () => {
  test('is at the right moment in every calendar, with its end', () => {
    const lines = file(visit);
    expect(lines).toContain('DTSTART:20260309T070000Z');
    expect(lines).toContain('DTEND:20260309T071500Z');
    expect(lines).toContain('DTSTAMP:20260302T080000Z');
    expect(lines).toContain('METHOD:PUBLISH');
    expect(lines).toContain('STATUS:CONFIRMED');
  });

  test('has no end where none is known', () => {
    expect(file({ ...visit, ends: null }).filter((line) => /^(DTEND|DURATION)/.test(line))).toEqual([]);
  });

  test('says in words what the clinic’s own clock will show', () => {
    const late = { at: '2026-03-09T22:30:00.000Z', offset: '+05:45' };
    expect(valueOf(file({ ...visit, starts: late, ends: null }), 'DESCRIPTION')).toContain(
      '04:15 (UTC+05:45)',
    );
  });

  test.each([
    ['ru', 'Приём в клинике: Терапевт', 'Номер талона: 007'],
    ['en', 'Clinic visit: Терапевт', 'Ticket number: 007'],
  ])('speaks %s', (language, title, number) => {
    const lines = file(visit, { language });
    expect(valueOf(lines, 'SUMMARY')).toBe(title);
    expect(valueOf(lines, 'DESCRIPTION')).toContain(number);
  });

  test('can be said for every kind in every language there is', () => {
    for (const language of calendarLanguages)
      for (const booking of [
        visit,
        homeCall('h1'),
        loopVisit('v1'),
        { ...loopVisit('v2'), visitType: 'telehealth' },
      ])
        expect(valueOf(file(booking, { language }), 'SUMMARY')).not.toMatch(/[{}]|undefined/);
  });

  test('is where the doctor comes to, for a home call', () => {
    expect(valueOf(file(homeCall('h1')), 'LOCATION')).toBe('ул. Лесная\\, 2');
    expect(valueOf(file(visit), 'LOCATION')).toBe('Поликлиника № 1\\, ул. Садовая\\, 1');
  });

  test('says whom it is for, when it is not the one whose calendar it is', () => {
    expect(valueOf(file(visit, { person: timofey }), 'DESCRIPTION')).toContain('Для кого: Тимофей Орлов');
    expect(file(visit).join()).not.toContain('Соколова');
  });

  test('is for the eyes of its owner alone', () => {
    expect(file(visit)).toContain('CLASS:PRIVATE');
  });

  test.each([
    [{ kind: 'new' }, 'TENTATIVE'],
    [{ kind: 'unrecognised', wireStatus: 'x' }, undefined],
    [{ kind: 'missed' }, undefined],
  ] as const)('in the state %j has the status %s', (status, said) => {
    expect(valueOf(file({ ...visit, status }), 'STATUS')).toBe(said);
  });
});

describe('the entry of a booking that was cancelled', () => {
  const cancelled: Booking = { ...visit, status: { kind: 'cancelled', at: null } };

  test('takes the same entry back', () => {
    const lines = file(cancelled);
    expect(lines).toContain('METHOD:CANCEL');
    expect(lines).toContain('STATUS:CANCELLED');
    expect(valueOf(lines, 'SUMMARY')).toBe('Отменено: Приём в клинике: Терапевт');
    expect(valueOf(lines, 'UID')).toBe(valueOf(file(visit), 'UID'));
  });

  test('is a later revision, seconds after', () => {
    const before = Number(valueOf(file(visit, { now: '2026-03-02T08:00:00.000Z' }), 'SEQUENCE'));
    const after = Number(valueOf(file(cancelled, { now: '2026-03-02T08:00:01.000Z' }), 'SEQUENCE'));
    expect(after).toBeGreaterThan(before);
    expect(after).toBeLessThan(2 ** 31);
  });
});

test('an id is one whoever asks, in which language and when, and no other booking has it', () => {
  const uid = (booking: Booking, more = {}) => valueOf(file(booking, more), 'UID');
  expect(uid(visit)).toBe('clinic-visits.a1@talon.example');
  expect(uid(visit, { person: timofey, language: 'en', now: '2027-01-01T00:00:00.000Z' })).toBe(uid(visit));
  expect(new Set([uid(visit), uid({ ...visit, id: 'a2' }), uid(homeCall('a1'))]).size).toBe(3);
});

test('what an upstream wrote cannot add lines of its own', () => {
  const forged = { ...visit, who: { name: 'x', role: 'Врач\r\nBEGIN:VALARM\nEND:VALARM' } };
  expect(file(forged).filter((line) => line.includes('VALARM') && !line.startsWith('SUMMARY:'))).toEqual([]);
});

test('the file is named by the day on the clinic’s clock', () => {
  expect(calendarFileName({ at: '2026-03-09T22:30:00.000Z', offset: '+03:00' })).toBe('talon-2026-03-10.ics');
});
