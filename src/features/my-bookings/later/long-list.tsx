import { defaultRangeExtractor, useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { Booking } from '#contract/booking.ts';
import type { View } from '#contract/rules/booking-order.ts';
import { bookingKey } from '../booking-key.ts';
import type { ShownBookings } from '../booking-days.tsx';
import { BookingTicket } from '../booking-ticket.tsx';
import { DayName } from '../day-name.tsx';
import { dayOf } from '../sort-bookings.ts';
import { useGuess, type Guess } from './use-guess.ts';
import { useFocused, useTop } from './use-place.ts';
import styles from './long-list.module.css';

/** How many are ready beyond either edge of the screen: enough for a fling, few enough for an old telephone. */
const ready = 5;

/** How high each one was when the list was left, so that coming back finds the same place. */
const measured = new Map<View, VirtualItem[]>();

/** What each item is called and how high it may be. The library lays out anew only when the names come from elsewhere: so both are made together. */
const layoutOf = (bookings: readonly Booking[], beginsDay: (index: number) => boolean, guess: Guess) => ({
  getItemKey: (index: number) => {
    const booking = bookings[index];
    return booking ? bookingKey(booking) : index;
  },
  estimateSize: (index: number) => (beginsDay(index) ? guess.withDay : guess.plain),
});

/** Where the name of a day stands: asked once of each booking, since every layout wants to know it of all of them. */
function dayBeginnings(bookings: readonly Booking[]) {
  const days = bookings.map(dayOf);
  return (index: number) => index === 0 || days[index - 1] !== days[index];
}

/**
 * A list as long as it likes: only what is near the screen is in the document, and the one that has the focus with its
 * neighbours, where Tab goes next. Every item says which of how many it is, so a screen reader counts all of them.
 */
export function LongList({ bookings, now, people, view }: ShownBookings & { view: View }) {
  const list = useRef<HTMLUListElement>(null);
  const top = useTop(list);
  const focused = useFocused(list);
  const guess = useGuess(list);
  const beginsDay = useMemo(() => dayBeginnings(bookings), [bookings]);
  const { getItemKey, estimateSize } = useMemo(
    () => layoutOf(bookings, beginsDay, guess),
    [bookings, beginsDay, guess],
  );

  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useWindowVirtualizer({
    count: bookings.length,
    estimateSize,
    overscan: ready,
    scrollMargin: top,
    getItemKey,
    initialMeasurementsCache: measured.get(view) ?? [],
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      if (focused === null) return near;
      const around = [focused - 1, focused, focused + 1].filter((index) => bookings[index] !== undefined);
      return [...new Set([...near, ...around])].toSorted((a, b) => a - b);
    },
  });

  useEffect(() => () => void measured.set(view, virtual.measurementsCache), [view, virtual]);

  return (
    <ul ref={list} role="list" className={styles['list']} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const booking = bookings[index];
        if (!booking) return null;
        return (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={bookings.length}
            aria-posinset={index + 1}
            className={styles['item']}
            style={{ transform: `translateY(${start - top}px)` }}
          >
            {beginsDay(index) && <DayName time={booking.starts} now={now} />}
            <BookingTicket booking={booking} people={people} />
          </li>
        );
      })}
    </ul>
  );
}
