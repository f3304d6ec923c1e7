import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useWords } from '#src/i18n/use-words.tsx';
import { useSessionEnded } from '#src/queries/session-ended.ts';
import { sessionQueries } from '#src/queries/session-queries.ts';
import { Button } from '#src/ui/button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';

/** Most people come signed in: these two are not a part of their first load. */
const WelcomeScreen = lazy(async () => ({
  default: (await import('#src/features/sign-in/welcome-screen.tsx')).WelcomeScreen,
}));
const SessionEndedScreen = lazy(async () => ({
  default: (await import('#src/features/sign-in/session-ended-screen.tsx')).SessionEndedScreen,
}));

/** Lets nobody see a screen without being signed in, and brings people back to where they were afterwards. */
export function SessionGate({ children }: { children: ReactNode }) {
  const words = useWords();
  const loading = <Progress words={words('common.loading')} />;
  const ended = useSessionEnded();
  const returnTo = useReturnAddress();
  const { data: session, isPending, isFetching, refetch } = useQuery(sessionQueries.current());
  if (ended)
    return (
      <Suspense fallback={loading}>
        <SessionEndedScreen returnTo={returnTo} />
      </Suspense>
    );
  if (session?.authenticated) return children;
  if (session)
    return (
      <Suspense fallback={loading}>
        <WelcomeScreen returnTo={returnTo} />
      </Suspense>
    );
  if (isPending || isFetching) return loading;
  return (
    <Stack narrow>
      <PageTitle>{words('common.unreachable.title')}</PageTitle>
      <Lead>{words('common.unreachable.body')}</Lead>
      <Row>
        <Button onClick={() => void refetch()}>{words('common.tryAgain')}</Button>
      </Row>
    </Stack>
  );
}

/** This very address, without what an earlier sign-in left in it. */
function useReturnAddress(): string {
  const [path] = useLocation();
  const search = new URLSearchParams(useSearch());
  search.delete('signin');
  const rest = search.toString();
  return rest ? `${path}?${rest}` : path;
}
