import { Skeleton } from '#src/ui/progress.tsx';
import { BookingDays, type ShownBookings } from './booking-days.tsx';
import styles from './my-bookings.module.css';

/** As many as a screen holds. */
const atOnce = 12;

/**
 * The first of a list that is still arriving, or whose search is, with room for the search above: nothing moves when it comes.
 * Of a list that is narrowed down nobody knows yet which are the first.
 */
export function Beginning({ bookings, isNarrowed, ...shown }: ShownBookings & { isNarrowed: boolean }) {
  return (
    <>
      <div className={styles['searchToCome']}>
        <Skeleton height="100%" />
      </div>
      {!isNarrowed && <BookingDays {...shown} bookings={bookings.slice(0, atOnce)} />}
    </>
  );
}
