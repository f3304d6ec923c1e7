import { lazy, Suspense } from 'react';
import { Redirect } from 'wouter';
import { MyBookingsScreen } from '#src/features/my-bookings/my-bookings-screen.tsx';
import { paths } from '#src/paths.ts';
import { useSignedIn } from '#src/queries/session-queries.ts';

/** Most lists have none: it comes after the list, and is not a part of the first load. */
const News = lazy(async () => ({ default: (await import('#src/features/news/news-panel.tsx')).NewsPanel }));
const KeepPanel = lazy(async () => ({
  default: (await import('#src/features/offline/keep-panel.tsx')).KeepPanel,
}));

export function Screen() {
  const { people } = useSignedIn();
  // A registrar who has nobody in hand begins with finding somebody.
  if (people.length === 0) return <Redirect replace to={paths.desk.to()} />;
  return (
    <>
      <MyBookingsScreen News={News} />
      <Suspense>
        <KeepPanel />
      </Suspense>
    </>
  );
}
