import { defaultRangeExtractor, useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import { bookingKey } from '../booking-key.ts';
import type { ShownBookings } from '../booking-days.tsx';
import { BookingTicket } from '../booking-ticket.tsx';
import { DayName } from '../day-name.tsx';
import { dayOf, type View } from '../sort-bookings.ts';
import { useFocused, useTop } from './use-place.ts';
import styles from './long-list.module.css';

/** A ticket and the space below it, until it is measured. */
const guess = 164;
/** How many are ready beyond either edge of the screen: enough for a fling, few enough for an old telephone. */
const ready = 5;

/** How high each one was when the list was left, so that coming back finds the same place. */
const measured = new Map<View, VirtualItem[]>();

/**
 * A list as long as it likes: only what is near the screen is in the document, and the one that has the focus. Every item
 * says which of how many it is, so a screen reader counts all of them.
 */
export function LongList({ bookings, now, people, view }: ShownBookings & { view: View }) {
  const list = useRef<HTMLUListElement>(null);
  const top = useTop(list);
  const focused = useFocused(list);

  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useWindowVirtualizer({
    count: bookings.length,
    estimateSize: () => guess,
    overscan: ready,
    scrollMargin: top,
    getItemKey: useCallback(
      (index: number) => {
        const booking = bookings[index];
        return booking ? bookingKey(booking) : index;
      },
      [bookings],
    ),
    initialMeasurementsCache: measured.get(view) ?? [],
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      if (focused === null || focused >= bookings.length || near.includes(focused)) return near;
      return [...near, focused].toSorted((a, b) => a - b);
    },
  });

  useEffect(() => () => void measured.set(view, virtual.measurementsCache), [view, virtual]);

  return (
    <ul ref={list} role="list" className={styles['list']} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const booking = bookings[index];
        if (!booking) return null;
        const before = bookings[index - 1];
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
            {(!before || dayOf(before) !== dayOf(booking)) && <DayName time={booking.starts} now={now} />}
            <BookingTicket booking={booking} people={people} />
          </li>
        );
      })}
    </ul>
  );
}
