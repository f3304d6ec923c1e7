import { useSearch } from 'wouter';
import * as z from 'zod/mini';
import { calendarDay } from '#contract/time.ts';
import { MoveScreen } from '#src/features/move/move-screen.tsx';
import { useSignedIn } from '#src/queries/session-queries.ts';
import { NotFound } from '../not-found.tsx';
import { useToday } from '../today.ts';
import { useBookingAddress } from './use-booking-address.ts';

export function Screen() {
  const address = useBookingAddress();
  const { people, role } = useSignedIn();
  const today = useToday();
  const search = new URLSearchParams(useSearch());
  const day = z.safeParse(calendarDay, search.get('day'));
  if (!address) return <NotFound />;
  return (
    <MoveScreen
      {...address}
      people={people}
      isRegistrar={role === 'registrar'}
      to={search.get('to')}
      day={day.success ? day.data : null}
      today={today}
    />
  );
}
