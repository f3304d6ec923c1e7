import { useParams, useSearch } from 'wouter';
import { HoldScreen } from '#src/features/reserve/hold-screen.tsx';
import { useSignedIn } from '#src/queries/session-queries.ts';

export function Screen() {
  const { people, role } = useSignedIn();
  return (
    <HoldScreen
      holdId={useParams()['holdId'] ?? ''}
      search={useSearch()}
      people={people}
      isRegistrar={role === 'registrar'}
    />
  );
}
