import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './ticket.module.css';

/** A paper ticket, «талон»: a stub that says when, a perforated edge, and the rest. `off`: no longer valid. */
export function Ticket({
  stub,
  off = false,
  children,
}: {
  stub: ReactNode;
  off?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={styles['shadow']}>
      <div className={classNames(styles['ticket'], off && styles['off'])}>
        <div className={styles['stub']}>{stub}</div>
        <div className={styles['body']}>{children}</div>
      </div>
    </div>
  );
}
