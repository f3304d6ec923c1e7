import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '#src/i18n/use-words.tsx';
import { needAllWords } from '#src/i18n/words-store.ts';
import { Button } from '#src/ui/button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';

/** A part of the files that are kept together with the visits; where it is gone, so are they. */
const KeptVisitsScreen = lazy(async () => ({
  default: await Promise.all([import('#src/features/offline/kept-visits-screen.tsx'), needAllWords()]).then(
    ([code]) => code.KeptVisitsScreen,
    () => OtherwiseOnly,
  ),
}));
const OtherwiseOnly = ({ otherwise }: { otherwise: ReactNode }) => otherwise;

/** Only where somebody asked this device to keep their visits does a worker stand between us and the network. */
const keepsFiles = () => Boolean((navigator.serviceWorker as ServiceWorkerContainer | undefined)?.controller);

/** The portal does not answer: says so, or what this device keeps, and asks again once there is a connection. */
export function Unreachable({ again }: { again: () => void }) {
  const words = useWords();
  const latest = useRef(again);
  useEffect(() => {
    latest.current = again;
  });
  useEffect(() => {
    const onLine = () => latest.current();
    addEventListener('online', onLine);
    return () => removeEventListener('online', onLine);
  }, []);
  const nothingKept = (
    <Stack narrow>
      <PageTitle>{words('common.unreachable.title')}</PageTitle>
      <Lead>{words('common.unreachable.body')}</Lead>
      <Row>
        <Button onClick={again}>{words('common.tryAgain')}</Button>
      </Row>
    </Stack>
  );
  if (!keepsFiles()) return nothingKept;
  return (
    <Suspense>
      <KeptVisitsScreen again={again} otherwise={nothingKept} />
    </Suspense>
  );
}
