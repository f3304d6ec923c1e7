import { useSearch } from 'wouter';
import { NewRequestScreen } from '#src/features/requests/new-request-screen.tsx';
import { useSignedIn } from '#src/queries/session-queries.ts';
import { useToday } from '../today.ts';

export function Screen() {
  const { people, role } = useSignedIn();
  const person = new URLSearchParams(useSearch()).get('person');
  return (
    <NewRequestScreen asked={person} people={people} isRegistrar={role === 'registrar'} today={useToday()} />
  );
}
