import type { ComponentType } from 'react';
import { needAllWords } from '#src/i18n/words-store.ts';
import { paths } from '#src/paths.ts';

export interface Route {
  readonly path: string;
  readonly load: () => Promise<ComponentType>;
  /** Its screen, where the code is there already. */
  readonly loaded: () => ComponentType | undefined;
}

type Load = () => Promise<{ Screen: ComponentType }>;

function screen(path: string, load: Load): Route {
  let there: ComponentType | undefined;
  return { path, load: async () => (there ??= (await load()).Screen), loaded: () => there };
}

/** A screen that needs more words than the first one: they come together with its code. */
const laterScreen = (path: string, load: Load) =>
  screen(path, async () => {
    const [code] = await Promise.all([load(), needAllWords()]);
    return code;
  });

/** Every address and the file that shows it. The code of each comes when it is first needed, or about to be. */
export const routes: readonly Route[] = [
  screen(paths.bookings.path, () => import('./routes/bookings-route.tsx')),
  laterScreen(paths.cancel.path, () => import('./routes/cancel-route.tsx')),
  laterScreen(paths.move.path, () => import('./routes/move-route.tsx')),
  laterScreen(paths.booking.path, () => import('./routes/booking-route.tsx')),
  laterScreen(paths.reserve.path, () => import('./routes/reserve-route.tsx')),
  laterScreen(paths.hold.path, () => import('./routes/hold-route.tsx')),
  laterScreen(paths.waiting.path, () => import('./routes/waiting-route.tsx')),
  laterScreen(paths.newRequest.path, () => import('./routes/new-request-route.tsx')),
  laterScreen(paths.desk.path, () => import('./routes/desk-route.tsx')),
  laterScreen(paths.messageLab.path, () => import('./routes/message-lab-route.tsx')),
];

const pattern = (path: string) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}/?$`);

/** Brings the code and words of an address before it is opened: at start, and when somebody is about to press a link. */
export async function preloadRoute(pathname: string): Promise<void> {
  const found = routes.find(({ path }) => pattern(path).test(pathname));
  // A failure is not lost: opening the screen asks again and shows it.
  await found?.load().catch(() => undefined);
}
