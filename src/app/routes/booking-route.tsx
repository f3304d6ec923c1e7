import { BookingScreen } from '#src/features/booking/booking-screen.tsx';
import { NotFound } from '../not-found.tsx';
import { useBookingAddress } from './use-booking-address.ts';

export function Screen() {
  const address = useBookingAddress();
  return address ? <BookingScreen {...address} /> : <NotFound />;
}
