import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startCopy } from '#src/queries/device-copy/copy-store.ts';
import { noteThatShared } from '#src/queries/device-copy/shared-device.ts';
import { useFreshCopy } from '#src/queries/device-copy/use-fresh-copy.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { KeepPanel } from './keep-panel.tsx';

const shared = /visits are not kept here/;
let deleted: string[];
let letDelete: () => void;

function FreshCopy() {
  useFreshCopy();
  return null;
}

const show = () =>
  showScreen(
    <>
      <FreshCopy />
      <KeepPanel />
    </>,
    { answers: { '/api/session': { body: signedIn() } } },
  );

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: vi.fn() }));
  deleted = [];
  const allowed = new Promise<void>((resolve) => {
    letDelete = resolve;
  });
  vi.stubGlobal('caches', {
    keys: async () => ['talon-files-1'],
    delete: async (name: string) => {
      await allowed;
      deleted.push(name);
    },
  });
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('the panel, while another account’s copy is being deleted, does not say yet that nothing is kept', async () => {
  await startCopy({ account: 'somebody-else', asOf: null, visits: [] });
  await show();
  await vi.waitFor(async () => expect(await indexedDB.databases()).toEqual([]));
  await expect(screen.findByText(shared)).rejects.toThrow();
  letDelete();
  await screen.findByText(shared);
  expect(deleted).toContain('talon-files-1');
});

test('a deletion that its page did not finish is finished by the next page of a shared device', async () => {
  noteThatShared();
  letDelete();
  await show();
  await vi.waitFor(() => expect(deleted).toEqual(['talon-files-1']));
});
