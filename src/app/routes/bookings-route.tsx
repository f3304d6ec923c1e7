import { lazy, Suspense } from 'react';
import { MyBookingsScreen } from '#src/features/my-bookings/my-bookings-screen.tsx';

/** Most lists have none: it comes after the list, and is not a part of the first load. */
const News = lazy(async () => ({ default: (await import('#src/features/news/news-panel.tsx')).NewsPanel }));
const KeepPanel = lazy(async () => ({
  default: (await import('#src/features/offline/keep-panel.tsx')).KeepPanel,
}));

export function Screen() {
  return (
    <>
      <MyBookingsScreen News={News} />
      <Suspense>
        <KeepPanel />
      </Suspense>
    </>
  );
}
