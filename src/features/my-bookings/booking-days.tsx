import type { Booking } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import { bookingKey } from './booking-key.ts';
import { BookingTicket } from './booking-ticket.tsx';
import { DayName } from './day-name.tsx';
import { byDay } from './sort-bookings.ts';
import styles from './my-bookings.module.css';

export interface ShownBookings {
  /** In the order in which they are shown. */
  bookings: readonly Booking[];
  now: Date;
  people: readonly Person[];
}

/** Bookings under the day they are on. */
export function BookingDays({ bookings, now, people }: ShownBookings) {
  return byDay(bookings).map(({ day, time, bookings: ofDay }) => (
    <section key={day ?? 'no-day'} className={styles['day']}>
      <DayName time={time} now={now} />
      <ul role="list" className={styles['tickets']}>
        {ofDay.map((booking) => (
          <li key={bookingKey(booking)}>
            <BookingTicket booking={booking} people={people} />
          </li>
        ))}
      </ul>
    </section>
  ));
}
