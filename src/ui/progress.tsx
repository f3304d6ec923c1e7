import { useEffect, useRef } from 'react';
import styles from './progress.module.css';

/**
 * Something is under way; the words say what. `takesFocus` after a press whose button is gone; `fillsPage` where it stands for a
 * page, so that what is below the page does not come into sight and leave it again.
 */
export function Progress({
  words,
  takesFocus = false,
  fillsPage = false,
}: {
  words: string;
  takesFocus?: boolean;
  fillsPage?: boolean;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  return (
    <div
      ref={box}
      role="status"
      className={styles['progress']}
      {...(fillsPage && { 'data-fills-page': '' })}
      {...(takesFocus && { tabIndex: -1 })}
    >
      <span className={styles['wheel']} aria-hidden="true" />
      {words}
    </div>
  );
}

/** The shape of what is coming, for eyes only: say what is loading in words beside it. */
export function Skeleton({ height = '1em' }: { height?: string }) {
  return <span className={styles['skeleton']} style={{ minHeight: height }} aria-hidden="true" />;
}
