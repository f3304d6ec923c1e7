import { expect, test } from 'vitest';
import { pathOf } from './path-of.ts';

test('segments are joined with one slash before each', () => {
  expect(pathOf('lpu', 7, '43c6cec0')).toBe('/lpu/7/43c6cec0');
});

test.each(['../admin', 'a/b', 'a?b=c', 'a#b', '%2e%2e', 'Ю', ' '])('the id %j stays one segment', (id) => {
  const [before, segment, ...more] = pathOf(id).split('/');
  expect([before, decodeURIComponent(segment ?? ''), more]).toEqual(['', id, []]);
  expect(segment).not.toMatch(/[?#]/);
});

test.each(['', '.', '..'])('there is no place for the id %j, which no encoding keeps in one', (id) => {
  expect(() => pathOf('clinic', id)).toThrow(
    expect.objectContaining({
      name: 'ReadFailure',
      report: expect.objectContaining({ failure: 'portal.not-found' }),
    }),
  );
});
