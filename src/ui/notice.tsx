import { useEffect, useRef, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './notice.module.css';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

/**
 * Says what happened, what is true now, what to do. `takesFocus` moves the keyboard and the screen reader here once
 * it appears; without it, the words are announced without moving anybody (`alert` for danger, `status` otherwise).
 */
export function Notice({
  tone = 'info',
  title,
  takesFocus = false,
  silent = false,
  actions,
  children,
}: {
  tone?: NoticeTone;
  title: ReactNode;
  takesFocus?: boolean;
  /** Part of the page from the beginning: nothing to announce. */
  silent?: boolean;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  const role = tone === 'danger' ? 'alert' : 'status';
  return (
    <div
      ref={box}
      className={classNames(styles['notice'], styles[tone])}
      {...(takesFocus ? { tabIndex: -1 } : !silent && { role })}
    >
      <p className={styles['title']}>{title}</p>
      {children}
      {actions && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
