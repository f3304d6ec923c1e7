import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { showScreen } from '#src/testing/show-screen.tsx';
import { FromClinic } from './from-clinic.tsx';

afterEach(cleanup);

test.each([
  ['en', 'Врач-терапевт', 'ru'],
  ['be', 'Врач-терапевт', 'ru'],
  ['ru', 'Врач-терапевт', undefined],
  ['be', 'Урач-тэрапеўт', undefined],
  ['en', 'Dietitian', undefined],
] as const)('on a page in %s, "%s" is marked as %s', async (language, text, marked) => {
  await showScreen(
    <p>
      <FromClinic text={text} />
    </p>,
    { language, answers: {} },
  );
  expect((await screen.findByText(text)).getAttribute('lang') ?? undefined).toBe(marked);
});
