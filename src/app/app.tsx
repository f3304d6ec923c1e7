import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Route, Router, Switch, type AroundNavHandler } from 'wouter';
import { useWords } from '#src/i18n/use-words.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { extra } from './extra.tsx';
import { NotFound } from './not-found.tsx';
import { Boundary, RouteError } from './route-error.tsx';
import { routes } from './routes.ts';
import { screenOf } from './screen-of.tsx';
import { SessionGate } from './session-gate.tsx';
import { Shell } from './shell/shell.tsx';
import { useSessionWatch } from './use-session-watch.ts';

/** Listens once the first screen is there: not a part of the first load. */
const LiveNews = extra(async () => (await import('./later/live-news.tsx')).LiveNews);
const FreshCopy = extra(async () => (await import('./later/fresh-copy.tsx')).FreshCopy);

const screens = routes.map((route) => ({ path: route.path, Screen: screenOf(route) }));

/** A new page begins at its top; a change within a page (`replace`) leaves the eyes where they are. */
const beginAtTop: AroundNavHandler = (navigate, to, options) => {
  navigate(to, options);
  if (!options?.replace) scrollTo(0, 0);
};

export function App({ queryClient }: { queryClient: QueryClient }) {
  return (
    <QueryClientProvider client={queryClient}>
      <Router aroundNav={beginAtTop}>
        <Pages />
      </Router>
    </QueryClientProvider>
  );
}

function Pages() {
  useSessionWatch();
  const words = useWords();
  return (
    <Shell>
      <Boundary>
        <SessionGate>
          <LiveNews />
          <FreshCopy />
          <RouteError>
            <Suspense fallback={<Progress fillsPage words={words('common.loading')} />}>
              <Switch>
                {screens.map(({ path, Screen }) => (
                  <Route key={path} path={path} component={Screen} />
                ))}
                <Route component={NotFound} />
              </Switch>
            </Suspense>
          </RouteError>
        </SessionGate>
      </Boundary>
    </Shell>
  );
}
