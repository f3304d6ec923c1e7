import type { ReactNode } from 'react';
import styles from './card.module.css';

/** A sheet of paper: things that belong together. */
export const Card = ({ children }: { children: ReactNode }) => (
  <div className={styles['card']}>{children}</div>
);
