import { useQuery } from '@tanstack/react-query';
import { daysAfter } from '#contract/rules/calendar-days.ts';
import type { Person } from '#contract/person.ts';
import type { Slot } from '#contract/slot.ts';
import type { CalendarDay } from '#contract/time.ts';
import { holdQueries } from '#src/queries/hold-queries.ts';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import { useNow } from '#src/queries/use-now.ts';
import type { Choices } from './choices.ts';
import { markSlots, type MarkedSlot } from './marked-slots.ts';
import { useChosen } from './use-chosen.ts';
import { useOwnBookings } from './use-own-bookings.ts';

/** The clinic gives a lapsed hold's place back some seconds after we do (A4): asked for again a few times, not for ever. */
const settlingMs = 4_000;
const readings = 3;

/** The chosen doctor's times over some days, and what each of them is to the person. */
export function useMarkedSlots(
  person: Person,
  made: Choices,
  from: CalendarDay,
  days: number,
  { settles = false } = {},
) {
  const now = useNow();
  const bookings = useOwnBookings(person.ref);
  const { clinic, doctor } = useChosen(person.ref, made);
  const kept = useQuery(holdQueries.current(person.ref));
  const query = useQuery({
    ...scheduleQueries.slots({
      person: person.ref,
      clinic: made.clinic ?? '',
      doctor: made.doctor ?? '',
      from,
      to: daysAfter(from, days - 1),
    }),
    refetchInterval: ({ state }) => (settles && state.dataUpdateCount < readings ? settlingMs : false),
  });
  const mark = (slots: readonly Slot[]): readonly MarkedSlot[] =>
    markSlots(slots, {
      birthDate: person.birthDate,
      forChildren: clinic?.forChildren ?? false,
      doctor: doctor?.name ?? null,
      hold: kept.data?.hold ?? null,
      bookings,
      now,
    });
  return { query, mark };
}
