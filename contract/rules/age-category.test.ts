import { describe, expect, test } from 'vitest';
import { ageCategoryOn, ageOn } from './age-category.ts';

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
