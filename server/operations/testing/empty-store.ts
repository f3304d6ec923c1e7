import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openStore, type Store } from '#server/store/store.ts';
import { emptied } from './bench.ts';

/** One store for all tests of a file, empty before each: called at the top of the file, it is opened and closed by itself. */
export function emptyStore(): Pick<Store, 'db'> {
  let store: Store;
  beforeAll(async () => {
    store = await openStore({ memory: true });
  });
  afterAll(() => store.close());
  beforeEach(() => emptied(store));
  return {
    get db() {
      return store.db;
    },
  };
}
