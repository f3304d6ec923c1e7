import type { Booking } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { personName } from '#src/i18n/person-name.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Card } from '#src/ui/card.tsx';
import { Facts } from '#src/ui/facts.tsx';

/** The whole booking in words, so that nobody cancels the wrong one. */
export function BookingSummary({ booking, person }: { booking: Booking; person: Person | undefined }) {
  const words = useWords();
  const times = useTimes();
  const { starts, place, who } = booking;
  return (
    <Card>
      <Facts
        facts={[
          { term: words('cancel.what'), value: words(`cancel.what.${booking.kind}`) },
          {
            term: words('cancel.forWhom'),
            value: person && words(`cancel.forWhom.${person.relation}`, { name: personName(words, person) }),
          },
          {
            term: words('cancel.field.when'),
            value: starts && [times.dayAndTime(starts), times.zone(starts)].filter(Boolean).join(', '),
          },
          { term: words('cancel.field.who'), value: who && [who.name, who.role].filter(Boolean).join(', ') },
          {
            term: words(booking.kind === 'home-call' ? 'cancel.field.clinic' : 'cancel.field.where'),
            value: place && [place.name, place.address].filter(Boolean).join(', '),
          },
          { term: words('cancel.field.room'), value: booking.kind === 'clinic-visit' ? booking.room : null },
          {
            term: words('cancel.field.ticket'),
            value: booking.kind === 'clinic-visit' ? booking.ticketNumber : null,
          },
          {
            term: words('cancel.field.address'),
            value: booking.kind === 'home-call' ? booking.address : null,
          },
          { term: words('cancel.field.order'), value: 'orderId' in booking ? booking.orderId : null },
          {
            term: words('cancel.field.dateFrom'),
            value:
              booking.kind === 'appointment-request' && booking.dateFrom
                ? times.calendarDay(booking.dateFrom)
                : null,
          },
        ]}
      />
    </Card>
  );
}
