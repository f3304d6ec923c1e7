import type { ReactNode } from 'react';
import styles from './secondary.module.css';

/** What one can do without: a simple view leaves it out (`[data-secondary]` in base.css). */
export const Secondary = ({ children }: { children: ReactNode }) => (
  <div data-secondary className={styles['secondary']}>
    {children}
  </div>
);
