import { lazy, Suspense, useCallback, useDeferredValue, useMemo } from 'react';
import type { View } from '#contract/rules/booking-order.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { BookingDays, type ShownBookings } from '../booking-days.tsx';
import { isNarrowed, type Filter } from '../address-filter.ts';
import { FindPanel } from './find-panel.tsx';
import { found, narrowed } from './find-bookings.ts';
import { NothingFound } from './nothing-found.tsx';
import { saidOf } from './said-of.ts';
import { useTyped } from './use-typed.ts';

const LongList = lazy(async () => ({ default: (await import('./long-list.tsx')).LongList }));

/** From how many on only those near the screen are in the document. */
const longFrom = 100;
/** How many of a long list are there before its own code is. */
const atOnce = 12;

/** A list that is worth searching: what to look for above, what was found below. */
export function FoundBookings({
  bookings,
  now,
  people,
  view,
  filter,
  addressWith,
}: ShownBookings & {
  view: View;
  filter: Filter;
  /** This list, narrowed down otherwise. */
  addressWith: (filter: Filter) => string;
}) {
  const words = useWords();
  const [typed, setTyped] = useTyped(people);
  const lookedFor = useDeferredValue(typed);

  const isTyped = lookedFor.trim() !== '';
  const said = useMemo(
    () => new Map(isTyped ? bookings.map((booking) => [booking, saidOf(words, booking)]) : []),
    [bookings, isTyped, words],
  );
  const shown = useMemo(
    () => found(narrowed(bookings, filter), lookedFor, (booking) => said.get(booking) ?? ''),
    [bookings, filter, lookedFor, said],
  );
  const forget = useCallback(() => setTyped(''), [setTyped]);
  const isLooking = isTyped || isNarrowed(filter);
  const list = { bookings: shown, now, people };

  return (
    <>
      <FindPanel
        all={bookings}
        count={isLooking ? shown.length : null}
        typed={typed}
        onType={setTyped}
        filter={filter}
        addressWith={addressWith}
        onForget={forget}
      />
      {shown.length === 0 && <NothingFound view={view} />}
      {shown.length > longFrom ? (
        <Suspense fallback={<BookingDays {...list} bookings={shown.slice(0, atOnce)} />}>
          <LongList key={view} {...list} view={view} />
        </Suspense>
      ) : (
        <BookingDays {...list} />
      )}
    </>
  );
}
