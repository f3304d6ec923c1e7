import type { ReactNode } from 'react';
import styles from './text.module.css';

/** For a screen reader only. */
export const VisuallyHidden = ({ children }: { children: ReactNode }) => (
  <span className={styles['hidden']}>{children}</span>
);

/** Less important words, still readable. */
export const Soft = ({ children }: { children: ReactNode }) => (
  <span className={styles['soft']}>{children}</span>
);

/** The sentence under a page's title. */
export const Lead = ({ children }: { children: ReactNode }) => <p className={styles['lead']}>{children}</p>;
