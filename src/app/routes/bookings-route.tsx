import { lazy } from 'react';
import { MyBookingsScreen } from '#src/features/my-bookings/my-bookings-screen.tsx';

/** Most lists have none: it comes after the list, and is not a part of the first load. */
const News = lazy(async () => ({ default: (await import('#src/features/news/news-panel.tsx')).NewsPanel }));

export function Screen() {
  return <MyBookingsScreen News={News} />;
}
