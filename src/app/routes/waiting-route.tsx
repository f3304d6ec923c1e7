import { useSearch } from 'wouter';
import { WaitingScreen } from '#src/features/waiting/waiting-screen.tsx';
import { useSignedIn } from '#src/queries/session-queries.ts';
import { useToday } from '../today.ts';

export function Screen() {
  const { people, role } = useSignedIn();
  return (
    <WaitingScreen
      search={useSearch()}
      people={people}
      isRegistrar={role === 'registrar'}
      today={useToday()}
    />
  );
}
