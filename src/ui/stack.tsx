import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './stack.module.css';

/** Things below each other. `narrow` keeps lines readable on a wide screen. */
export function Stack({
  gap,
  narrow = false,
  children,
}: {
  gap?: 'tight' | 'loose';
  narrow?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={classNames(styles['stack'], gap && styles[gap], narrow && styles['narrow'])}>
      {children}
    </div>
  );
}

/** Things beside each other that wrap: buttons, mostly. */
export const Row = ({ children }: { children: ReactNode }) => <div className={styles['row']}>{children}</div>;
