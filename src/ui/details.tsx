import type { ReactNode } from 'react';
import styles from './details.module.css';

/** What most people do not need to see at once. */
export function Details({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className={styles['details']}>
      <summary>{summary}</summary>
      <div className={styles['content']}>{children}</div>
    </details>
  );
}
