import type { ReactNode } from 'react';
import type { AppointmentRequest, Booking } from '#contract/booking.ts';
import { kindWords, statusTone, statusWords } from '#src/i18n/booking-words.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Stack } from '#src/ui/stack.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { Ticket } from '#src/ui/ticket.tsx';
import { CancelPart } from './cancel-part.tsx';
import { JustBooked } from './just-booked.tsx';
import { History } from './history.tsx';
import { Stub } from './stub.tsx';
import { useBookingFacts } from './use-booking-facts.tsx';
import styles from './booking.module.css';

/** Everything known of a booking; what is not known is not shown, and never guessed. */
export function BookingPage({
  booking,
  justBooked,
  offer,
}: {
  booking: Booking;
  justBooked: boolean;
  offer: ((request: AppointmentRequest) => ReactNode) | undefined;
}) {
  const words = useWords();
  const facts = useBookingFacts(booking);
  const { status } = booking;
  return (
    <Stack>
      {justBooked && status.kind === 'booked' && <JustBooked booking={booking} />}
      <div className={styles['head']}>
        <PageTitle>{kindWords(words, booking.kind)}</PageTitle>
        <Tag tone={statusTone(status)}>{statusWords(words, booking)}</Tag>
      </div>
      {status.kind === 'unrecognised' && (
        <Notice tone="warning" silent title={words('booking.unrecognised.title')}>
          <p>{words('booking.unrecognised.body')}</p>
        </Notice>
      )}
      <Ticket off={status.kind === 'cancelled'} stub={<Stub booking={booking} />}>
        {booking.kind === 'clinic-visit' && booking.ticketNumber && (
          <p className={styles['number']}>
            <span className={styles['numberName']}>{words('booking.ticketNumber')}</span>
            <strong>{booking.ticketNumber}</strong>
          </p>
        )}
        <Facts facts={facts} />
      </Ticket>
      {booking.kind === 'clinic-visit' && booking.partOfCheckUp && (
        <Notice silent title={words('booking.checkUp.title')}>
          <p>{words('booking.checkUp.body')}</p>
        </Notice>
      )}
      {booking.kind === 'appointment-request' && offer?.(booking)}
      <CancelPart booking={booking} />
      {booking.kind === 'clinic-visit' && <History entries={booking.history} />}
    </Stack>
  );
}
