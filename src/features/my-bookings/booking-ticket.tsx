import { Link } from 'wouter';
import type { Booking } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import { bookingTitle, statusTone, statusWords } from '#src/i18n/booking-words.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { personName } from '#src/i18n/person-name.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { Tag } from '#src/ui/tag.tsx';
import { Ticket } from '#src/ui/ticket.tsx';
import styles from './my-bookings.module.css';

/** One booking as a paper ticket; the whole of it opens its page. */
export function BookingTicket({ booking, people }: { booking: Booking; people: readonly Person[] }) {
  const words = useWords();
  const person = people.length > 1 ? people.find(({ ref }) => ref === booking.person) : undefined;
  const { who, place, status } = booking;
  return (
    <div className={styles['whole']}>
      <Ticket off={status.kind === 'cancelled'} stub={<Stub booking={booking} />}>
        <div className={styles['top']}>
          <h3 className={styles['name']}>
            <Link href={paths.booking.to(booking)} className={styles['open']}>
              {bookingTitle(words, booking)}
            </Link>
          </h3>
          <Tag tone={statusTone(status)}>{statusWords(words, booking)}</Tag>
        </div>
        {person && (
          <p className={styles['for']}>{words('my-bookings.for', { name: personName(words, person) })}</p>
        )}
        <Cancelled booking={booking} />
        {who?.role && <p>{who.name}</p>}
        {place && <p className={styles['soft']}>{place.name}</p>}
        {booking.kind === 'home-call' && booking.address && (
          <p className={styles['soft']}>{booking.address}</p>
        )}
        {booking.kind === 'appointment-request' && (
          <p className={styles['soft']}>{words('my-bookings.order', { order: String(booking.orderId) })}</p>
        )}
      </Ticket>
    </div>
  );
}

/** When it was cancelled, and by whom, as far as anybody knows; by the clock of its place. */
function Cancelled({ booking: { status, starts, person } }: { booking: Booking }) {
  const words = useWords();
  const times = useTimes();
  if (status.kind !== 'cancelled' || !status.at || !starts) return null;
  const isOwn = status.by === 'patient' ? person === 'self' : status.by === 'parent' && person !== 'self';
  return (
    <p>
      {words('my-bookings.cancelled', {
        when: times.dayAndTime({ at: status.at, offset: starts.offset }),
        by: isOwn && !person.startsWith('patient') ? 'you' : (status.by ?? 'unknown'),
      })}
    </p>
  );
}

function Stub({ booking: { starts, kind } }: { booking: Booking }) {
  const words = useWords();
  const times = useTimes();
  if (!starts) {
    return (
      <span>
        {words(kind === 'appointment-request' ? 'my-bookings.stub.request' : 'my-bookings.stub.noTime')}
      </span>
    );
  }
  const zone = times.zone(starts);
  return (
    <>
      <span className={styles['time']}>{times.time(starts)}</span>
      {zone && <span className={styles['soft']}>{zone}</span>}
    </>
  );
}
