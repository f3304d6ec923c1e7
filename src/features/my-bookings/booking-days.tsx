import type { Booking } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import { deviceDay } from '#src/i18n/format-time.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { BookingTicket } from './booking-ticket.tsx';
import { byDay, type Day, type View } from './sort-bookings.ts';
import styles from './my-bookings.module.css';

/** Bookings under the day they are on. */
export function BookingDays({
  bookings,
  view,
  now,
  people,
}: {
  bookings: readonly Booking[];
  view: View;
  now: Date;
  people: readonly Person[];
}) {
  return byDay(bookings, view).map((day) => (
    <section key={day.day ?? 'no-day'} className={styles['day']}>
      <h2 className={styles['dayName']}>
        <DayName day={day} now={now} />
      </h2>
      <ul role="list" className={styles['tickets']}>
        {day.bookings.map((booking) => (
          <li key={`${booking.source}/${booking.person}/${booking.id}`}>
            <BookingTicket
              booking={booking}
              person={people.length > 1 ? people.find(({ ref }) => ref === booking.person) : undefined}
            />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function DayName({ day: { day, time }, now }: { day: Day; now: Date }) {
  const words = useWords();
  const times = useTimes();
  if (!day || !time) return words('my-bookings.noTime');
  const name = day.slice(0, 4) === deviceDay(now).slice(0, 4) ? times.day(time) : times.dayWithYear(time);
  return name;
}
