import { useState } from 'react';
import type { SignedIn } from '#contract/session.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import type { DeviceCopy } from '#src/queries/device-copy/copy-store.ts';
import { isShared } from '#src/queries/device-copy/shared-device.ts';
import { KeepForm } from './keep-form.tsx';
import { KeptNotice } from './kept-notice.tsx';
import styles from './offline.module.css';

/** Whether this device keeps the next visits, and the way to change that. */
export function KeepPart({ session, copy }: { session: SignedIn; copy: DeviceCopy | null }) {
  const words = useWords();
  /** What was pressed here: its result takes the keyboard, which stood on a button that is gone. */
  const [done, setDone] = useState<'kept' | 'dropped' | null>(null);
  return (
    <section className={styles['panel']} aria-labelledby="keep-title">
      <h2 id="keep-title" className={styles['name']}>
        {words('offline.keep.title')}
      </h2>
      {copy ? (
        <KeptNotice copy={copy} takesFocus={done === 'kept'} onDrop={() => setDone('dropped')} />
      ) : isShared() ? (
        <p>{words('offline.keep.shared')}</p>
      ) : (
        <KeepForm session={session} wasDropped={done === 'dropped'} onKept={() => setDone('kept')} />
      )}
    </section>
  );
}
