import { useSearch } from 'wouter';
import { CancelScreen } from '#src/features/cancel/cancel-screen.tsx';
import { useSignedIn } from '#src/queries/session-queries.ts';
import { NotFound } from '../not-found.tsx';
import { useBookingAddress } from './use-booking-address.ts';

export function Screen() {
  const address = useBookingAddress();
  const { people, role } = useSignedIn();
  const asCheckUp = new URLSearchParams(useSearch()).get('as') === 'check-up';
  if (!address) return <NotFound />;
  return (
    <CancelScreen {...address} people={people} isRegistrar={role === 'registrar'} asCheckUp={asCheckUp} />
  );
}
