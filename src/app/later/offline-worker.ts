/**
 * Keeps the portal's own files, so that a page opens where there is no connection. Runs only where somebody asked for it
 * (docs/decisions). Answers of the portal (`/api`, `/auth`) never pass through it, and nothing that was sent is sent again.
 */

/** Put in by the build: every file of this version, and a name that is only this version's. */
declare const TALON_FILES: { readonly version: string; readonly files: readonly string[] };

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  addEventListener(on: 'install' | 'activate', listen: (event: Lasting) => void): void;
  addEventListener(on: 'fetch', listen: (event: Asked) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}
const worker = globalThis as unknown as Worker;

const { version, files } = TALON_FILES;
const prefix = 'talon-files-';
const mine = `${prefix}${version}`;
const known = new Set(files);
const page = '/';
/** A clinic's cellar: connected, and nothing arrives. */
const pageMs = 5_000;

async function keepFiles() {
  const kept = await caches.open(mine);
  await kept.addAll([page, ...files]);
  await worker.skipWaiting();
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== mine).map((name) => caches.delete(name)),
  );
  await worker.clients.claim();
}

const fromHere = (path: string) => caches.match(path, { ignoreVary: true });

const late = () =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('The portal does not answer.')), pageMs);
  });

/** The portal's own answer where it comes, whatever it is; what is kept where none does. */
async function openPage(request: Request): Promise<Response> {
  const answer = fetch(request);
  try {
    return await Promise.race([answer, late()]);
  } catch {
    return (await fromHere(page)) ?? answer;
  }
}

const openFile = async (request: Request, path: string) => (await fromHere(path)) ?? fetch(request);

worker.addEventListener('install', (event) => event.waitUntil(keepFiles()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || /^\/(api|auth)\//.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(openPage(request));
  else if (known.has(pathname)) event.respondWith(openFile(request, pathname));
});
