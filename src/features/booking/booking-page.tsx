import type { ReactNode } from 'react';
import type { AppointmentRequest, Booking } from '#contract/booking.ts';
import { kindWords, statusTone, statusWords } from '#src/i18n/booking-words.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { classNames } from '#src/ui/class-names.ts';
import { Facts } from '#src/ui/facts.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Stack } from '#src/ui/stack.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { Ticket } from '#src/ui/ticket.tsx';
import { BringPart } from './bring-part.tsx';
import { CancelPart } from './cancel-part.tsx';
import { ClinicOffline } from './clinic-offline.tsx';
import { EarlierPart } from './earlier-part.tsx';
import { JustBooked } from './just-booked.tsx';
import { JustKept } from './just-kept.tsx';
import { History } from './history.tsx';
import { KeepPart } from './keep-part.tsx';
import { PlacePart } from './place-part.tsx';
import { Stub } from './stub.tsx';
import { TimeLeft } from './time-left.tsx';
import { useBookingFacts, useMadeAt } from './use-booking-facts.tsx';
import { useClinic } from './use-clinic.ts';
import { useThings } from './use-things.ts';
import styles from './booking.module.css';

/** Everything known of a booking; what is not known is not shown, and never guessed. */
export function BookingPage({
  booking,
  justBooked,
  justKept,
  calendarFailed,
  offer,
}: {
  booking: Booking;
  justBooked: boolean;
  justKept: boolean;
  calendarFailed: boolean;
  offer: ((request: AppointmentRequest) => ReactNode) | undefined;
}) {
  const words = useWords();
  const facts = [...useBookingFacts(booking), useMadeAt(booking)];
  const clinic = useClinic(booking);
  const things = useThings(booking);
  const { status, place } = booking;
  return (
    <Stack>
      {justBooked && status.kind === 'booked' && <JustBooked booking={booking} />}
      {calendarFailed && (
        <Notice tone="warning" title={words('booking.calendar.failed.title')}>
          <p>{words('booking.calendar.failed.body')}</p>
        </Notice>
      )}
      <div className={styles['head']}>
        <PageTitle>{kindWords(words, booking.kind)}</PageTitle>
        <Tag tone={statusTone(status)}>{statusWords(words, booking)}</Tag>
        <TimeLeft booking={booking} />
      </div>
      {justKept && booking.can.cancel.allowed && <JustKept kind={booking.kind} />}
      {clinic && !clinic.online && <ClinicOffline {...clinic} />}
      {status.kind === 'unrecognised' && (
        <Notice tone="warning" silent title={words('booking.unrecognised.title')}>
          <p>{words('booking.unrecognised.body')}</p>
        </Notice>
      )}
      <Ticket off={status.kind === 'cancelled'} stub={<Stub booking={booking} />}>
        {booking.kind === 'clinic-visit' && booking.ticketNumber && (
          <p className={classNames(styles['number'], status.kind === 'cancelled' && styles['off'])}>
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
      <KeepPart booking={booking} />
      {(place || things.length > 0) && (
        <div className={styles['parts']}>
          {place && <PlacePart booking={booking} place={place} clinic={clinic} />}
          {things.length > 0 && <BringPart kind={booking.kind} things={things} />}
        </div>
      )}
      {!justBooked && <EarlierPart booking={booking} clinic={clinic} />}
      <CancelPart booking={booking} />
      {booking.kind === 'clinic-visit' && <History entries={booking.history} />}
    </Stack>
  );
}
