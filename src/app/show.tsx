import '../ui/tokens.css';
import '../ui/base.css';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '#src/queries/query-client.ts';
import { sessionQueries } from '#src/queries/session-queries.ts';
import { startSimpleView } from '#src/simple-view.ts';
import { App } from './app.tsx';

/** The portal in its page. */
export function show(): void {
  startSimpleView(location.search);
  const queryClient = createQueryClient();
  void queryClient.prefetchQuery(sessionQueries.current());
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root.');
  createRoot(root).render(<App queryClient={queryClient} />);
}
