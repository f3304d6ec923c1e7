import { act, cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { needAllWords, startWords } from '#src/i18n/words-store.ts';
import { listen } from '#src/testing/screen-reader.ts';
import { Countdown } from './countdown-panel.tsx';

afterEach(cleanup);

test('of ten minutes a screen reader says three moments, and no seconds', async () => {
  await startWords('en');
  await needAllWords();
  const shown = (seconds: number) => <Countdown relation="self" seconds={seconds} startedWith={600} />;
  const { rerender } = render(shown(600));
  const reader = await listen();
  for (const seconds of [599, 301, 300, 299, 121, 120, 119, 31, 30, 29, 1]) {
    act(() => rerender(shown(seconds)));
    await new Promise(setImmediate);
  }
  expect(await reader.announced()).toEqual([
    expect.stringContaining('5 minutes'),
    expect.stringContaining('2 minutes'),
    expect.stringContaining('30 seconds'),
  ]);
  await reader.stop();
});
