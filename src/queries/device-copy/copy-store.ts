import * as z from 'zod/mini';
import { place } from '#contract/booking.ts';
import { instant, placeTime } from '#contract/time.ts';
import { databaseName } from './forget-copy.ts';

/** A visit as far as it is needed to get there. Everything else stays with the portal. */
export const keptVisit = z.object({
  id: z.string(),
  kind: z.enum(['clinic-visit', 'home-call', 'technician-visit', 'visit']),
  visitType: z.nullable(z.string()),
  starts: placeTime,
  place: z.nullable(z.pick(place, { name: true, address: true, phone: true })),
  who: z.nullable(z.object({ name: z.string(), role: z.nullable(z.string()) })),
  ticketNumber: z.nullable(z.string()),
  room: z.nullable(z.string()),
  floor: z.nullable(z.int()),
  /** Whose it is, where one account has the visits of several people. */
  person: z.nullable(z.string()),
});
export type KeptVisit = z.infer<typeof keptVisit>;

/** What somebody asked this device to keep. `asOf` is null until everything could be read once. */
export const deviceCopy = z.object({
  account: z.string(),
  asOf: z.nullable(instant),
  visits: z.array(keptVisit),
});
export type DeviceCopy = z.infer<typeof deviceCopy>;

const table = 'copy';
const key = 'visits';

const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database did not answer.'));
  });

/**
 * Each use opens the database and closes it again, so that forgetting it never waits for another tab. Only who `makes`
 * the table leaves an empty one behind.
 */
async function withTable<T>(
  { makes = false, mode }: { makes?: boolean; mode: IDBTransactionMode },
  work: (rows: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const opening = indexedDB.open(databaseName);
  opening.onupgradeneeded = () => {
    if (makes) opening.result.createObjectStore(table);
    else opening.transaction?.abort();
  };
  const database = await settled(opening);
  try {
    const transaction = database.transaction(table, mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('Nothing was kept.'));
    });
    const result = await work(transaction.objectStore(table));
    await done;
    return result;
  } finally {
    database.close();
  }
}

const parsed = (row: unknown): DeviceCopy | null => {
  const copy = z.safeParse(deviceCopy, row);
  return copy.success ? copy.data : null;
};

/** What this device keeps; null where nobody asked for it, or storage is off. */
export const readCopy = (): Promise<DeviceCopy | null> =>
  withTable({ mode: 'readonly' }, async (rows) => parsed(await settled(rows.get(key)))).catch(() => null);

/** From now on this device keeps something. Rejects where the browser does not allow it. */
export const startCopy = (copy: DeviceCopy): Promise<void> =>
  withTable({ mode: 'readwrite', makes: true }, async (rows) => void (await settled(rows.put(copy, key))));

/**
 * What is kept becomes what is true now; answers whether it did. Read and written in one transaction: what was forgotten
 * in another tab, or belongs to somebody else, does not come back.
 */
export const renewCopy = (copy: DeviceCopy): Promise<boolean> =>
  withTable({ mode: 'readwrite' }, async (rows) => {
    if (parsed(await settled(rows.get(key)))?.account !== copy.account) return false;
    await settled(rows.put(copy, key));
    return true;
  }).catch(() => false);
