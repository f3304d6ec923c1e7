import { useSearch } from 'wouter';
import { ReserveScreen } from '#src/features/reserve/reserve-screen.tsx';
import { useSignedIn } from '#src/queries/session-queries.ts';
import { useToday } from '../today.ts';

export function Screen() {
  const { people, role } = useSignedIn();
  return (
    <ReserveScreen
      search={useSearch()}
      people={people}
      isRegistrar={role === 'registrar'}
      today={useToday()}
    />
  );
}
