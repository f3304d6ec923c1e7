const address = '/offline-worker.js';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: () => string },
  ): { createScriptURL(asked: string): unknown };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | null = null;

/** The one script address that the content security policy lets through, whatever is asked for. */
function trustedAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return address;
  policy ??= trustedTypes.createPolicy('talon-offline', { createScriptURL: () => address });
  // The browser wants its own kind of object here, which the type of `register` does not know yet.
  return policy.createScriptURL(address) as string;
}

/** Begins to keep the portal's own files on this device; settles once they are all there. */
export async function startOfflineWorker(): Promise<void> {
  const registration = await navigator.serviceWorker.register(trustedAddress());
  const worker = registration.installing ?? registration.waiting;
  if (worker) await activated(worker);
}

const activated = (worker: ServiceWorker) =>
  new Promise<void>((resolve, reject) => {
    const look = () => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error('The files could not be kept.'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
