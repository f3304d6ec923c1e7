import { useState } from 'react';
import { useSearch } from 'wouter';
import type { Booking } from '#contract/booking.ts';
import { BookingScreen } from '#src/features/booking/booking-screen.tsx';
import { OfferedTimes } from '#src/features/requests/offered-times-flow.tsx';
import { VisitArranged } from '#src/features/requests/visit-arranged-flow.tsx';
import { Stack } from '#src/ui/stack.tsx';
import { NotFound } from '../not-found.tsx';
import { useBookingAddress } from './use-booking-address.ts';

export function Screen() {
  const address = useBookingAddress();
  const search = new URLSearchParams(useSearch());
  const [arranged, setArranged] = useState<Booking | null>(null);
  if (!address) return <NotFound />;
  return (
    <Stack>
      {arranged && <VisitArranged visit={arranged} />}
      <BookingScreen
        {...address}
        justBooked={search.get('just') === 'booked'}
        justKept={search.get('just') === 'kept'}
        calendarFailed={search.get('calendar') === 'failed'}
        offer={(request) => <OfferedTimes request={request} onArranged={setArranged} />}
      />
    </Stack>
  );
}
