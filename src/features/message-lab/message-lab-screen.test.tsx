import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { useSearch } from 'wouter';
import { afterEach, expect, test, vi } from 'vitest';
import { showScreen } from '#src/testing/show-screen.tsx';
import { everyLanguage } from './every-language.ts';
import { MessageLabScreen } from './message-lab-screen.tsx';

const Lab = () => <MessageLabScreen search={useSearch()} />;

const show = async (at: string) => {
  // All words of all languages take their time on a busy machine.
  await everyLanguage();
  const shown = await act(() => showScreen(<Lab />, { at, answers: {} }));
  screen.getByRole('heading', { level: 1 });
  return shown;
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('shows an outcome in every language, for both who read it, small and large', async () => {
  await show('/message-lab?operation=cancel-call');
  const heading = screen.getByText('mis.cancel-call.not-active').closest('section');
  const frames = within(heading ?? document.body).getAllByRole('figure');
  const captions = frames.map((frame) => within(frame).getByText(/, (Patient|Registrar), /).textContent);
  expect(captions).toEqual(
    expect.arrayContaining([
      'Русский, Patient, Phone',
      'Русский, Registrar, Large screen',
      'English, Registrar, Phone',
    ]),
  );
  expect(within(heading ?? document.body).getAllByText(/^4022: Вызов уже не активен/)).toHaveLength(2);
});

test('shows what is chosen, and keeps it in the address', async () => {
  const { location } = await show('/message-lab?operation=cancel-call&language=en');
  fireEvent.change(screen.getByLabelText('Read by'), { target: { value: 'patient' } });
  fireEvent.change(screen.getByLabelText('Screen'), { target: { value: 'phone' } });
  fireEvent.change(screen.getByLabelText('How it ended'), { target: { value: 'confirmed' } });
  expect(screen.getAllByRole('figure')).toHaveLength(1);
  expect(screen.getByText('Home doctor call cancelled')).toBeTruthy();
  expect(location.history.at(-1)).toBe(
    '/message-lab?operation=cancel-call&language=en&audience=patient&width=phone&state=confirmed',
  );
});

test('does nothing: its buttons are pictures', async () => {
  await show('/message-lab');
  expect(screen.queryAllByRole('button')).toEqual([]);
});
