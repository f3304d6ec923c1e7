import { preloadRoute } from './app/routes.ts';
import { startWords } from './i18n/words-store.ts';
import { takeHeadStart } from './queries/head-start.ts';

// Small, so that it runs while the rest is still on its way: who is signed in, their bookings, the screen and its words travel
// at the same time as React does, and nothing waits for another.
void takeHeadStart(location);
const words = startWords();
const screen = preloadRoute(location.pathname);
void Promise.all([import('./app/show.tsx'), words, screen]).then(([{ show }]) => show());
