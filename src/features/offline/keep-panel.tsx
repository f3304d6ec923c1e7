import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { needAllWords } from '#src/i18n/words-store.ts';
import { copyQueries } from '#src/queries/device-copy/copy-queries.ts';
import { isInstalled } from '#src/queries/device-copy/shared-device.ts';
import { useSignedIn } from '#src/queries/session-queries.ts';

/** Most people have not installed the portal, so the words are asked for only where it is. */
const KeepPart = lazy(async () => {
  const [{ KeepPart: Component }] = await Promise.all([import('./keep-part.tsx'), needAllWords()]);
  return { default: Component };
});

/** To patients who installed the portal: that it can keep their next visits on this device. To nobody else. */
export function KeepPanel() {
  const session = useSignedIn();
  const { data: copy = null, isPending } = useQuery(copyQueries.current());
  // Another account's copy is being deleted (`useFreshCopy`): until it is gone, no sentence here would be true.
  const isAnothers = copy !== null && copy.account !== session.account;
  if (isPending || isAnothers || session.role === 'registrar' || !(copy || isInstalled())) return null;
  return (
    <Suspense>
      <KeepPart session={session} copy={copy} />
    </Suspense>
  );
}
