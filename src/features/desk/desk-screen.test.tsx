import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { DeskScreen } from './desk-screen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('at the desk the next patient’s number can be typed at once', async () => {
  await showScreen(
    <>
      <PageTitle>The page before</PageTitle>
      <DeskScreen patient={null} isRegistrar takesRequests today="2026-11-21" />
    </>,
    { answers: { '/api/session': { body: signedIn({ role: 'registrar', people: [] }) } } },
  );
  const policy = await screen.findByLabelText<HTMLInputElement>(/policy/i);
  expect(document.activeElement).toBe(policy);
  await userEvent.keyboard('5000');
  expect(policy.value).toBe('5000');
});
