import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './back-link.module.css';

/** The way one came from, above a page's title. */
export const BackLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link href={to} className={styles['back']}>
    {children}
  </Link>
);
