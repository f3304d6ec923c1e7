import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noteThatShared } from '#src/queries/device-copy/shared-device.ts';
import { listen } from '#src/testing/screen-reader.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { KeepPart } from './keep-part.tsx';

const anna = signedIn();
const show = () => {
  if (!anna.authenticated) throw new Error('Nobody is signed in.');
  return showScreen(<KeepPart session={anna} copy={null} />, { answers: {} });
};
const keep = () => userEvent.click(screen.getByRole('button', { name: 'Keep my next visits here' }));

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('nothing is kept until somebody says that the device is theirs: the box is named, marked and focused', async () => {
  await show();
  const reader = await listen();
  await keep();
  expect(document.activeElement).toBe(
    screen.getByRole('checkbox', { name: 'Mine, and nobody else uses it' }),
  );
  expect(screen.getByRole('checkbox').getAttribute('aria-invalid')).toBe('true');
  expect((await reader.said()).join('\n')).toMatch(/Mine, and nobody else uses it/);
  expect(await indexedDB.databases()).toEqual([]);
  await reader.stop();
});

test('where the browser does not allow it, that is said, and nothing is left', async () => {
  await show();
  const reader = await listen();
  await userEvent.click(screen.getByRole('checkbox'));
  await keep();
  await screen.findByText(/could not be kept/);
  await vi.waitFor(async () => expect((await reader.announced()).join('\n')).toMatch(/could not be kept/));
  expect(await indexedDB.databases()).toEqual([]);
  await reader.stop();
});

test('on a shared device there is nothing to press', async () => {
  noteThatShared();
  await show();
  expect(screen.getByText(/Other people have signed in on this device/)).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});
