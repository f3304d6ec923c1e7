import type { Booking } from '#contract/booking.ts';
import { ageOn } from '#contract/rules/age-category.ts';
import { visitTypeWords } from '#src/i18n/booking-words.ts';
import { deviceDay } from '#src/i18n/format-time.ts';
import { FromClinic } from '#src/i18n/from-clinic.tsx';
import { useTimes } from '#src/i18n/use-times.ts';
import { personName } from '#src/i18n/person-name.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { useSignedIn } from '#src/queries/session-queries.ts';
import { useNow } from '#src/queries/use-now.ts';
import type { Fact } from '#src/ui/facts.tsx';

/** What is known of a booking itself, in the order in which somebody on the way there needs it; the place has a part of its own. */
export function useBookingFacts(booking: Booking): readonly Fact[] {
  const words = useWords();
  const person = usePersonName(booking.person);
  const { who } = booking;
  return [
    { term: words('booking.when'), value: useWhen(booking) },
    { term: words('booking.who'), value: who && <Who {...who} /> },
    { term: words('booking.person'), value: person },
    ...useOwnFacts(booking),
  ];
}

/** A name is the same in every language; what somebody does is not. */
function Who({ name, role }: NonNullable<Booking['who']>) {
  return role ? (
    <>
      {name}, <FromClinic text={role} />
    </>
  ) : (
    name
  );
}

/** When it was made: nothing that one needs on the way there. */
export function useMadeAt(booking: Booking): Fact {
  const words = useWords();
  const times = useTimes();
  const madeAt = booking.kind === 'clinic-visit' ? booking.madeAt : null;
  return { term: words('booking.madeAt'), value: madeAt && times.dayAndTime(madeAt) };
}

function useWhen({ starts, ends }: Booking): string | null {
  const words = useWords();
  const times = useTimes();
  if (!starts) return null;
  const zone = times.zone(starts);
  const values = {
    day: times.dayWithYear(starts),
    from: times.time(starts),
    to: ends ? times.time(ends) : '',
    zone: zone ?? '',
    hasZone: String(zone !== null),
  };
  return words(ends ? 'booking.when.fromTo' : 'booking.when.from', values);
}

function usePersonName(ref: string): string | null {
  const words = useWords();
  const now = useNow();
  const person = useSignedIn().people.find((one) => one.ref === ref);
  return person
    ? words('booking.person.value', {
        name: personName(words, person),
        age: ageOn(person.birthDate, deviceDay(now)),
      })
    : null;
}

/** What only this kind of booking has. */
function useOwnFacts(booking: Booking): readonly Fact[] {
  const words = useWords();
  const times = useTimes();
  switch (booking.kind) {
    case 'clinic-visit':
      return [
        { term: words('booking.floor'), value: booking.floor },
        { term: words('booking.room'), value: booking.room },
      ];
    case 'home-call':
      return [
        { term: words('booking.home'), value: booking.address },
        {
          term: words('booking.statusSince'),
          value: booking.statusSince && times.dayAndTime(booking.statusSince),
        },
      ];
    case 'appointment-request':
      return [
        { term: words('booking.order'), value: booking.orderId },
        { term: words('booking.dateFrom'), value: booking.dateFrom && times.calendarDay(booking.dateFrom) },
      ];
    case 'technician-visit':
      return [{ term: words('booking.order'), value: booking.orderId }];
    case 'visit':
      return [
        { term: words('booking.visitType'), value: visitTypeWords(words, booking.visitType) },
        { term: words('booking.reason'), value: booking.reason && <FromClinic text={booking.reason} /> },
        {
          term: words('booking.cancelReason'),
          value: booking.cancelReason && <FromClinic text={booking.cancelReason} />,
        },
      ];
  }
}
