import { useSyncExternalStore } from 'react';
import { useWords } from '#src/i18n/use-words.tsx';
import styles from './shell.module.css';

function subscribe(listener: () => void) {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Says at once that nothing can be sent. The empty box stays, so that screen readers hear it fill. */
export function OfflineBanner() {
  const words = useWords();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status">
      {!online && (
        <p className={styles['offline']}>
          <strong>{words('common.offline.title')}.</strong> {words('common.offline.body')}
        </p>
      )}
    </div>
  );
}
