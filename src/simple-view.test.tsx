import { afterEach, expect, test, vi } from 'vitest';
import { startSimpleView, switchSimpleView } from './simple-view.ts';

const shown = () => document.documentElement.dataset['view'];

afterEach(() => localStorage.clear());

test('the usual view is what there is until somebody chooses', () => {
  startSimpleView('');
  expect(shown()).toBeUndefined();
});

test('what was chosen is there after a reload, and nothing else is kept', () => {
  switchSimpleView(true);
  expect(Object.entries(localStorage)).toEqual([['talon-view', 'simple']]);
  startSimpleView('');
  expect(shown()).toBe('simple');
  switchSimpleView(false);
  expect(Object.entries(localStorage)).toEqual([]);
  startSimpleView('');
  expect(shown()).toBeUndefined();
});

test('an address may ask for it, and for the usual one again', () => {
  startSimpleView('?person=self&simple=1');
  startSimpleView('');
  expect(shown()).toBe('simple');
  startSimpleView('?simple=0');
  startSimpleView('');
  expect(shown()).toBeUndefined();
});

test('without storage it lives as long as the page', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('off');
  });
  switchSimpleView(true);
  expect(shown()).toBe('simple');
});
