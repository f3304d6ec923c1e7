import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { needAllWords } from '#src/i18n/words-store.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { usePatientChanges } from '#src/queries/patient-change.ts';
import { useSessionEnded } from '#src/queries/session-ended.ts';
import { sessionQueries } from '#src/queries/session-queries.ts';
import { useReturnAddress } from '#src/queries/use-return-address.ts';
import { Progress } from '#src/ui/progress.tsx';
import { Unreachable } from './unreachable.tsx';

/** Most people come signed in, and leave before their session ends: none of these is a part of the first load. */
const WelcomeScreen = lazy(async () => ({
  default: (await import('#src/features/sign-in/welcome-screen.tsx')).WelcomeScreen,
}));
const SessionWarning = lazy(async () => ({
  default: (await import('#src/features/sign-in/session-warning-panel.tsx')).SessionWarning,
}));
const StoppedScreen = lazy(async () => {
  const [{ StoppedScreen: Component }] = await Promise.all([
    import('./later/stopped-screen.tsx'),
    needAllWords(),
  ]);
  return { default: Component };
});

/** Lets nobody see a screen without being signed in, and brings people back to where they were afterwards. */
export function SessionGate({ children }: { children: ReactNode }) {
  const words = useWords();
  const loading = <Progress fillsPage words={words('common.loading')} />;
  const ended = useSessionEnded();
  const changes = usePatientChanges();
  const returnTo = useReturnAddress();
  const { data: session, isPending, isFetching, refetch } = useQuery(sessionQueries.current());
  if (ended)
    return (
      <Suspense fallback={loading}>
        <StoppedScreen why={ended} returnTo={returnTo} />
      </Suspense>
    );
  if (session?.authenticated)
    return (
      <>
        {changes > 0 ? (
          <Suspense fallback={loading}>
            <StoppedScreen key={changes} why="another-patient" returnTo={returnTo} />
          </Suspense>
        ) : (
          children
        )}
        <Suspense>
          <SessionWarning returnTo={returnTo} />
        </Suspense>
      </>
    );
  if (session)
    return (
      <Suspense fallback={loading}>
        <WelcomeScreen returnTo={returnTo} />
      </Suspense>
    );
  if (isPending || isFetching) return loading;
  return <Unreachable again={() => void refetch()} />;
}
