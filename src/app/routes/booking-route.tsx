import { useSearch } from 'wouter';
import { BookingScreen } from '#src/features/booking/booking-screen.tsx';
import { OfferedTimes } from '#src/features/requests/offered-times-flow.tsx';
import { NotFound } from '../not-found.tsx';
import { useBookingAddress } from './use-booking-address.ts';

export function Screen() {
  const address = useBookingAddress();
  const justBooked = new URLSearchParams(useSearch()).get('just') === 'booked';
  if (!address) return <NotFound />;
  return (
    <BookingScreen
      {...address}
      justBooked={justBooked}
      offer={(request) => <OfferedTimes request={request} />}
    />
  );
}
