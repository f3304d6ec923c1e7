import { fireEvent, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import type { Language } from '#src/i18n/language.ts';
import { switchLanguage } from '#src/i18n/words-store.ts';
import { listen } from './screen-reader.ts';
import { showScreen, type Answers } from './show-screen.tsx';

/** Presses a button of a screen whose clinic takes its time with this answer, and listens from then on. */
export async function pressAndListen(
  shown: ReactNode,
  {
    language,
    answers,
    button: name,
    answer,
  }: { language: Language; answers: Answers; button: string; answer: { body: unknown; status?: number } },
) {
  await switchLanguage(language);
  const { asked } = await showScreen(shown, { language, answers });
  const button = await screen.findByRole('button', { name });
  let clinicAnswers = () => {};
  asked.mockImplementation(
    () =>
      new Promise((resolve) => {
        clinicAnswers = () => resolve(Response.json(answer.body, { status: answer.status ?? 200 }));
      }),
  );
  const reader = await listen();
  fireEvent.click(button);
  return {
    reader,
    clinicAnswers: () => clinicAnswers(),
    /** Waits until this has been said since the press, and nothing else. */
    hears: (...phrases: readonly string[]) =>
      vi.waitFor(
        async () => {
          const said = await reader.said();
          if (said.join('\n') !== phrases.join('\n')) throw new Error(`Heard until now: ${said.join('; ')}`);
        },
        { timeout: 3_000 },
      ),
  };
}
