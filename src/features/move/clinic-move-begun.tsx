import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClinicVisit } from '#contract/booking.ts';
import type { CalendarDay, PlaceTime } from '#contract/time.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { bookingQueries } from '#src/queries/booking-queries.ts';
import { holdQueries } from '#src/queries/hold-queries.ts';
import { operationQueries } from '#src/queries/operation-queries.ts';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import { Progress } from '#src/ui/progress.tsx';
import { ClinicMove } from './clinic-move.tsx';
import { takeUp, type TakenUp } from './take-up.ts';

interface Begun {
  readonly old: ClinicVisit;
  readonly taken: TakenUp;
  readonly time: PlaceTime | null;
  /** Nobody has taken it yet. */
  readonly isFree: boolean;
}

/**
 * Everything that says where a move stands is read once, when its page opens: what the move itself changes from then on is
 * for its own writes to say.
 */
export function ClinicMoveBegun({
  booking,
  to,
  day,
  isRegistrar,
}: {
  booking: ClinicVisit;
  to: string;
  day: CalendarDay;
  isRegistrar: boolean;
}) {
  const words = useWords();
  const { person, slot, place } = booking;
  const list = useQuery({ ...bookingQueries.list('clinic-visits', person), refetchOnMount: 'always' });
  const kept = useQuery(holdQueries.current(person));
  const told = useQuery(operationQueries.toTell(person));
  const where = { person, clinic: place?.clinicId ?? '', doctor: slot?.doctorId ?? '', from: day, to: day };
  const slots = useQuery({ ...scheduleQueries.slots(where), enabled: slot !== undefined });

  const [begun, setBegun] = useState<Begun | null>(null);
  const isReading = list.isFetching || kept.isFetching || told.isFetching || slots.isFetching;
  if (begun === null && !isReading) {
    const bookings = list.data?.bookings ?? [];
    const old = bookings.find(
      (one): one is ClinicVisit => one.kind === 'clinic-visit' && one.id === booking.id,
    );
    const hold = kept.data?.hold ?? null;
    const wanted = slots.data?.slots.find(({ id }) => id === to);
    const taken = takeUp({
      old: old ?? booking,
      to,
      bookings,
      hold,
      operations: told.data ?? [],
    });
    setBegun({
      old: old ?? booking,
      taken,
      time: wanted?.starts ?? taken.booking?.starts ?? (hold?.slot.id === to ? hold.slot.starts : null),
      isFree: wanted?.availability === 'free',
    });
  }
  if (!begun) return <Progress words={words('move.loading')} />;
  return <ClinicMove {...begun} to={to} day={day} isRegistrar={isRegistrar} />;
}
