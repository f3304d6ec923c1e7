import { useQuery } from '@tanstack/react-query';
import type { ClinicVisit } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import { daysAfter } from '#contract/rules/calendar-days.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import { slotOffer } from '#contract/rules/slot-offer.ts';
import type { CalendarDay } from '#contract/time.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Row } from '#src/ui/stack.tsx';
import { Soft } from '#src/ui/text.tsx';
import { Loaded } from './loaded.tsx';
import { TimeList } from './time-list.tsx';

/** How many days of a doctor's schedule are shown at once. */
const shownDays = 14;

/** The same doctor's other free times; another doctor or clinic is an ordinary booking. */
export function ClinicTimes({
  booking,
  person,
  isRegistrar,
  day,
  today,
}: {
  booking: ClinicVisit;
  person: Person | undefined;
  isRegistrar: boolean;
  day: CalendarDay;
  today: CalendarDay;
}) {
  const words = useWords();
  const times = useTimes();
  const { slot: own, place, person: ref } = booking;
  const from = day > today ? day : today;
  const to = daysAfter(from, shownDays - 1);
  const clinicId = place?.clinicId ?? '';
  const clinics = useQuery(scheduleQueries.clinics(ref));
  const isKnown = own !== undefined && clinicId !== '';
  const query = useQuery({
    ...scheduleQueries.slots({ person: ref, clinic: clinicId, doctor: own?.doctorId ?? '', from, to }),
    enabled: isKnown,
  });
  const forChildren = clinics.data?.clinics.find(({ id }) => id === clinicId)?.forChildren ?? false;
  const other = (
    <LinkButton to={paths.reserve.to({ person: ref })} look="plain">
      {words(isRegistrar ? 'move.otherDoctor.registrar' : 'move.otherDoctor')}
    </LinkButton>
  );
  if (!isKnown) return <Notice title={words('move.choose.unknown')} actions={other} />;

  const before = daysAfter(from, -shownDays);
  return (
    <>
      <Loaded query={query} isRegistrar={isRegistrar}>
        {({ slots }) => {
          const free = slots.filter(
            (slot) =>
              slot.id !== own.id && person && slotOffer(slot, { forChildren }, person.birthDate).offered,
          );
          if (free.length === 0)
            return (
              <Notice title={words('move.choose.none', { from: times.date(from), to: times.date(to) })} />
            );
          return (
            <>
              <Soft>{words('move.choose.clock')}</Soft>
              <TimeList
                times={free}
                addressOf={({ id, starts }) => paths.move.to({ ...booking, to: id, day: placeDay(starts) })}
              />
            </>
          );
        }}
      </Loaded>
      <Row>
        {from > today && (
          <LinkButton
            to={paths.move.to({ ...booking, day: before > today ? before : undefined })}
            look="plain"
          >
            {words('move.choose.earlier')}
          </LinkButton>
        )}
        <LinkButton to={paths.move.to({ ...booking, day: daysAfter(from, shownDays) })} look="plain">
          {words('move.choose.later')}
        </LinkButton>
        {other}
      </Row>
    </>
  );
}
