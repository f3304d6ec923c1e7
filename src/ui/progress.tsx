import { useEffect, useRef } from 'react';
import styles from './progress.module.css';

/** Something is under way; the words say what. `takesFocus` after a press whose button is gone. */
export function Progress({ words, takesFocus = false }: { words: string; takesFocus?: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  return (
    <div ref={box} role="status" className={styles['progress']} {...(takesFocus && { tabIndex: -1 })}>
      <span className={styles['wheel']} aria-hidden="true" />
      {words}
    </div>
  );
}

/** The shape of what is coming, for eyes only: say what is loading in words beside it. */
export function Skeleton({ height = '1em' }: { height?: string }) {
  return <span className={styles['skeleton']} style={{ minHeight: height }} aria-hidden="true" />;
}
