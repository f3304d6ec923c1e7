export const databaseName = 'talon-kept';
/** What the offline worker keeps of the portal's own files begins so. */
const filesPrefix = 'talon-files-';

const deleteVisits = () =>
  new Promise<void>((done) => {
    const request = indexedDB.deleteDatabase(databaseName);
    request.onsuccess = request.onerror = request.onblocked = () => done();
  });

async function dismissWorker() {
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((registration) => registration.unregister()));
}

async function deleteFiles() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(filesPrefix)).map((name) => caches.delete(name)));
}

/**
 * Nothing of anybody stays on this device, nor what shows it offline. A browser that lacks or refuses one of these
 * storages keeps nothing in it, which must not keep anybody from signing out.
 */
export async function forgetCopy(): Promise<void> {
  // The worker first: one that is still being installed would put its files back.
  const files = Promise.allSettled([dismissWorker()]).then(deleteFiles);
  await Promise.allSettled([deleteVisits(), files]);
}
