import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readCopy, renewCopy, startCopy, type DeviceCopy } from './copy-store.ts';
import { databaseName, forgetCopy } from './forget-copy.ts';

const copy = (more: Partial<DeviceCopy> = {}): DeviceCopy => ({
  account: 'anna',
  asOf: '2026-11-21T09:12:00.000Z',
  visits: [],
  ...more,
});
const later = copy({ asOf: '2026-11-21T10:00:00.000Z' });
const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('looking leaves nothing behind', async () => {
  expect(await readCopy()).toBeNull();
  expect(await databases()).toEqual([]);
});

test('what was asked for is kept', async () => {
  await startCopy(copy());
  expect(await readCopy()).toEqual(copy());
});

describe('a renewal', () => {
  test('takes the place of what is kept', async () => {
    await startCopy(copy());
    expect(await renewCopy(later)).toBe(true);
    expect(await readCopy()).toEqual(later);
  });

  test('begins nothing by itself', async () => {
    expect(await renewCopy(later)).toBe(false);
    expect(await databases()).toEqual([]);
  });

  test('does not bring back what was forgotten', async () => {
    await startCopy(copy());
    await forgetCopy();
    expect(await renewCopy(later)).toBe(false);
    expect(await readCopy()).toBeNull();
  });

  test('never puts one person’s visits in the place of another’s', async () => {
    await startCopy(copy());
    expect(await renewCopy(copy({ account: 'boris' }))).toBe(false);
    expect(await readCopy()).toEqual(copy());
  });
});

test('what another version wrote is not shown', async () => {
  await startCopy({ account: 'anna', asOf: 'yesterday' } as unknown as DeviceCopy);
  expect(await readCopy()).toBeNull();
});

test('forgetting leaves no database', async () => {
  await startCopy(copy());
  expect(await databases()).toEqual([databaseName]);
  await forgetCopy();
  expect(await databases()).toEqual([]);
});

describe('where the browser has no storage', () => {
  beforeEach(() => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('Denied', 'SecurityError');
      },
    });
  });

  test('nothing is kept, and whoever asked for it is told', async () => {
    expect(await readCopy()).toBeNull();
    expect(await renewCopy(copy())).toBe(false);
    await expect(startCopy(copy())).rejects.toThrow('Denied');
  });

  test('signing out goes on', async () => {
    await expect(forgetCopy()).resolves.toBeUndefined();
  });
});
