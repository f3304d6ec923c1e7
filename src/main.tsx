import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { preloadRoute } from './app/routes.tsx';
import { startWords } from './i18n/words-store.ts';
import { createQueryClient } from './queries/query-client.ts';
import { sessionQueries } from './queries/session-queries.ts';
import { startSimpleView } from './simple-view.ts';

startSimpleView(location.search);
const queryClient = createQueryClient();
// Who is signed in, the screen's code and its words travel at the same time; nothing waits for another.
void queryClient.prefetchQuery(sessionQueries.current());
const started = startWords();
preloadRoute(location.pathname);
await started;

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(<App queryClient={queryClient} />);
