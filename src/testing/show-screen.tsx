import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { Suspense, type ReactNode } from 'react';
import { vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Session } from '#contract/session.ts';
import type { Language } from '#src/i18n/language.ts';
import { needAllWords, startWords } from '#src/i18n/words-store.ts';
import { forgetOwnAccount } from '#src/queries/own-account.ts';
import { createQueryClient } from '#src/queries/query-client.ts';

/** What the server of a test answers to a path with its search: JSON, a status, or nothing for ever. */
export type Answers = Readonly<Record<string, { body: unknown; status?: number } | 'never'>>;

export const signedIn = (more: Partial<Extract<Session, { authenticated: true }>> = {}): Session => ({
  authenticated: true,
  now: '2026-11-21T09:00:00.000Z',
  endsAt: '2026-11-21T10:00:00.000Z',
  lastsUntil: '2026-11-21T17:00:00.000Z',
  account: 'anna',
  draft: null,
  name: 'Анна Соколова',
  role: 'patient',
  people: [{ ref: 'self', relation: 'self', name: 'Анна Соколова', birthDate: '1984-03-14' }],
  sources: ['clinic-visits', 'home-calls', 'requests', 'visits'],
  ...more,
});

/** A screen in a document, over a server that answers as told; what is not told is a 404 without an explanation. */
export async function showScreen(
  screen: ReactNode,
  { at = '/', language = 'en', answers }: { at?: string; language?: Language; answers: Answers },
) {
  forgetOwnAccount();
  await startWords(language);
  await needAllWords();
  const asked = vi.fn(async (input: string): Promise<Response> => {
    const answer = answers[input] ?? { body: null, status: 404 };
    if (answer === 'never') return new Promise(() => undefined);
    return Response.json(answer.body, { status: answer.status ?? 200 });
  });
  vi.stubGlobal('fetch', asked);
  const location = memoryLocation({ path: at, record: true });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Router hook={location.hook} searchHook={location.searchHook}>
        <Suspense>{screen}</Suspense>
      </Router>
    </QueryClientProvider>,
  );
  return { asked, location };
}
