import type { ReactNode } from 'react';
import styles from './details.module.css';

/** What most people do not need to see at once. */
export function Details({
  summary,
  open = false,
  children,
}: {
  summary: ReactNode;
  /** Something in it is in use from the beginning. */
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className={styles['details']} open={open}>
      <summary>{summary}</summary>
      <div className={styles['content']}>{children}</div>
    </details>
  );
}
