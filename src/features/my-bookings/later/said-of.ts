import type { Booking } from '#contract/booking.ts';
import { bookingTitle, kindWords } from '#src/i18n/booking-words.ts';
import type { SayWords } from '#src/i18n/use-words.tsx';
import { plain } from './find-bookings.ts';

/** What a booking can be found by, as it is shown in the current language, made plain. */
export function saidOf(words: SayWords, booking: Booking): string {
  const { who, place, kind } = booking;
  const number = booking.kind === 'clinic-visit' ? booking.ticketNumber : null;
  return plain(
    [bookingTitle(words, booking), kindWords(words, kind), who?.name, place?.name, number]
      .filter(Boolean)
      .join(' '),
  );
}
