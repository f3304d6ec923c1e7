import { useSearch } from 'wouter';
import { MessageLabScreen } from '#src/features/message-lab/message-lab-screen.tsx';
import { useSignedIn } from '#src/queries/session-queries.ts';
import { NotFound } from '../not-found.tsx';

/** For those who work here, and for whoever develops: to a patient this is no page. */
export function Screen() {
  const { role } = useSignedIn();
  const search = useSearch();
  if (role !== 'registrar' && !import.meta.env.DEV) return <NotFound />;
  return <MessageLabScreen search={search} />;
}
