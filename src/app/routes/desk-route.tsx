import { DeskScreen } from '#src/features/desk/desk-screen.tsx';
import { useSignedIn } from '#src/queries/session-queries.ts';
import { useToday } from '../today.ts';

export function Screen() {
  const { people, role, sources } = useSignedIn();
  return (
    <DeskScreen
      patient={people[0] ?? null}
      isRegistrar={role === 'registrar'}
      takesRequests={sources.includes('requests')}
      today={useToday()}
    />
  );
}
