import '../ui/tokens.css';
import '../ui/base.css';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '#src/queries/query-client.ts';
import { sessionQueries } from '#src/queries/session-queries.ts';
import { startSimpleView } from '#src/simple-view.ts';
import { App } from './app.tsx';

/** Whoever is signed in is named above the page, and pushes it down: for so long nothing is shown without them. */
const patienceMs = 500;

/** The portal in its page. */
export async function show(): Promise<void> {
  startSimpleView(location.search);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root.');
  const queryClient = createQueryClient();
  const patience = new Promise<void>((over) => void setTimeout(over, patienceMs));
  await Promise.race([queryClient.prefetchQuery(sessionQueries.current()), patience]);
  // In slices: a slow telephone answers a finger in between.
  startTransition(() => createRoot(root).render(<App queryClient={queryClient} />));
}
