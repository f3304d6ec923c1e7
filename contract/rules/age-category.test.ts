import { describe, expect, test } from 'vitest';
import { ageCategoryOn, ageChange, ageOn, turns } from './age-category.ts';

describe('age on the day of the visit', () => {
  test.each([
    ['2011-11-22', '2026-11-21', 14, 'CHILD'],
    ['2011-11-21', '2026-11-21', 15, 'TEEN'],
    ['2008-11-22', '2026-11-21', 17, 'TEEN'],
    ['2008-11-21', '2026-11-21', 18, 'ADULT'],
    ['2026-11-21', '2026-11-21', 0, 'CHILD'],
  ])('someone born on %s is %3$s on %s', (born, day, age, category) => {
    expect(ageOn(born, day)).toBe(age);
    expect(ageCategoryOn(born, day)).toBe(category);
  });

  test('a birthday on 29 February counts from 1 March of a common year', () => {
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
  });
});

describe('a birthday between today and the visit', () => {
  const change = (born: string, visit: string) => ageChange(born, '2026-11-21', visit);

  test.each([
    ['the 15th', '2011-11-25', { ageNow: 14, ageThen: 15, category: 'TEEN' }],
    ['the 18th', '2008-11-25', { ageNow: 17, ageThen: 18, category: 'ADULT' }],
  ])('%s makes it another group', (_name, born, expected) => {
    expect(change(born, '2026-11-24')).toBe(null);
    expect(change(born, '2026-11-25')).toEqual(expected);
  });

  test('any other birthday changes nothing', () => {
    expect(change('2010-11-25', '2026-12-01')).toBe(null);
    expect(change('1966-11-25', '2026-12-01')).toBe(null);
  });
});

test('the day on which somebody has so many years, also for those born on 29 February', () => {
  expect(turns('2008-11-25', 18)).toBe('2026-11-25');
  expect(turns('2008-02-29', 18)).toBe('2026-03-01');
  expect(turns('2008-02-29', 16)).toBe('2024-02-29');
});
