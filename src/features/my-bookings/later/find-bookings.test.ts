import { describe, expect, test } from 'vitest';
import type { Booking, LoopVisit } from '#contract/booking.ts';
import { loopVisit } from '#contract/testing/sample-bookings.ts';
import { isNarrowed, readFilter } from '../address-filter.ts';
import { answersOf, found, narrowed, plain } from './find-bookings.ts';

const visit = (id: string, more: Partial<LoopVisit> = {}): Booking =>
  loopVisit({ id, starts: null, ...more });
const place = { clinicId: null, name: 'Поликлиника № 1', address: null, phone: null };
const petrov = visit('petrov', { place, who: { name: 'Пётр Королёв', role: 'Хирург' } });
const orlov = visit('orlov', { place, who: { name: 'Глеб Орлов', role: 'Хирург' } });
const bare = visit('bare');
const all = [petrov, orlov, bare];
const ids = (bookings: readonly Booking[]) => bookings.map(({ id }) => id);

describe('a list narrowed down', () => {
  test.each([
    [{}, ['petrov', 'orlov', 'bare']],
    [{ speciality: 'Хирург' }, ['petrov', 'orlov']],
    [{ speciality: 'Хирург', doctor: 'Глеб Орлов' }, ['orlov']],
    [{ clinic: 'Поликлиника № 1', kind: 'visit' }, ['petrov', 'orlov']],
    [{ kind: 'home-call' }, []],
  ])('by %j has %j', (filter, left) => {
    expect(ids(narrowed(all, filter))).toEqual(left);
  });

  test('offers what its bookings know, each once', () => {
    expect(answersOf(all, 'speciality')).toEqual(['Хирург']);
    expect(answersOf(all, 'doctor')).toEqual(['Пётр Королёв', 'Глеб Орлов']);
    expect(answersOf([bare], 'clinic')).toEqual([]);
  });

  test('reads from the address what it knows, and an empty answer is none', () => {
    const filter = readFilter(new URLSearchParams('view=past&doctor=&clinic=A&person=self'));
    expect(filter).toEqual({ clinic: 'A' });
    expect(isNarrowed(filter)).toBe(true);
    expect(isNarrowed(readFilter(new URLSearchParams('view=past')))).toBe(false);
  });
});

describe('what is typed', () => {
  const said = ({ who }: Booking) => plain(`${who?.name} ${who?.role}`);
  test.each([
    ['', ['petrov', 'orlov', 'bare']],
    ['   ', ['petrov', 'orlov', 'bare']],
    ['петр', ['petrov']],
    ['КОРОЛЁВ', ['petrov']],
    ['хирург глеб', ['orlov']],
    ['хирург терапевт', []],
  ])('“%s” finds %j', (typed, left) => {
    expect(ids(found(all, typed, said))).toEqual(left);
  });
});
