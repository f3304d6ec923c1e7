import { expect, test, vi } from 'vitest';
import { currentWords, needAllWords, startWords } from './words-store.ts';

vi.mock(import('./load-words.ts'), () => {
  let firstComes = () => {};
  const first = new Promise<void>((resolve) => {
    firstComes = resolve;
  });
  return {
    loadWords: async (_language, part) => {
      if (part === 'first') await first;
      else queueMicrotask(firstComes);
      return part === 'first' ? { 'common.product': 'Талон' } : { 'cancel.toList': 'К списку' };
    },
  };
});

test('the words of a later screen may come before the first ones: nothing is said that is not there yet', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await Promise.all([startWords('ru'), needAllWords()]);
  expect(complaints).not.toHaveBeenCalled();
  expect(Object.keys(currentWords().messages).sort()).toEqual(['cancel.toList', 'common.product']);
  expect(document.documentElement.dataset['product']).toBe('Талон');
});
