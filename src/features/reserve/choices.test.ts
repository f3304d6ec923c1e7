import { describe, expect, test } from 'vitest';
import type { Person } from '#contract/person.ts';
import { chosenPerson, isSearch, openStep, readChoices, searchOf, withChoice } from './choices.ts';

const anna: Person = { ref: 'self', relation: 'self', name: 'Анна', birthDate: '1984-03-14' };
const child: Person = { ref: 'child-1', relation: 'child', name: 'Тимофей', birthDate: '2017-09-21' };
const all = 'person=self&clinic=c1&speciality=27&doctor=d1&day=2026-11-23&view=week&slot=s1';

describe('the choices in the address', () => {
  test('are read and written without loss', () => {
    expect(searchOf(readChoices(`?${all}`))).toBe(all);
  });

  test('a day that is none is ignored, and a view that there is not', () => {
    expect(readChoices('day=tomorrow').day).toBeUndefined();
    expect(readChoices('view=month').view).toBeUndefined();
  });

  test('the only person needs no choosing, one of several does', () => {
    expect(chosenPerson([anna], readChoices(''))).toBe(anna);
    expect(chosenPerson([anna, child], readChoices(''))).toBeUndefined();
    expect(chosenPerson([anna, child], readChoices('person=child-1'))).toBe(child);
    expect(chosenPerson([anna, child], readChoices('person=child-9'))).toBeUndefined();
  });

  test.each([
    ['', 'clinic'],
    ['clinic=c1', 'speciality'],
    ['clinic=c1&speciality=27', 'doctor'],
    ['clinic=c1&speciality=27&doctor=d1', 'slot'],
    [all, null],
  ])('with "%s" chosen the next question is %s', (search, step) => {
    expect(openStep(readChoices(search), anna)).toBe(step);
  });

  test('without a person nothing else is asked', () => {
    expect(openStep(readChoices(all), undefined)).toBe('person');
  });

  test('a search is read and written, and ends where something found is chosen', () => {
    const search = 'person=self&want=%D0%9B%D0%9E%D0%A0&name=ab&at=c1';
    expect(searchOf(readChoices(search))).toBe(search);
    expect(isSearch(readChoices(search))).toBe(true);
    expect(isSearch(readChoices(all))).toBe(false);
    expect(searchOf(withChoice(readChoices(search), 'clinic', 'c2'))).toBe('person=self&clinic=c2');
  });

  test('another clinic drops what was chosen in the old one', () => {
    expect(searchOf(withChoice(readChoices(all), 'clinic', 'c2'))).toBe('person=self&clinic=c2');
  });

  test('another time keeps the days that are shown, and how', () => {
    expect(searchOf(withChoice(readChoices(all), 'slot', undefined))).toBe(
      'person=self&clinic=c1&speciality=27&doctor=d1&day=2026-11-23&view=week',
    );
  });
});
