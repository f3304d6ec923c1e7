import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './segments.module.css';

/** Ways to look at one thing, kept in the address: plain links, so that Back, new tabs and keyboards just work. */
export function Segments({
  label,
  items,
}: {
  label: string;
  items: readonly { key: string; to: string; current: boolean; words: ReactNode }[];
}) {
  return (
    <nav aria-label={label} className={styles['segments']}>
      {items.map(({ key, to, current, words }) => (
        <Link key={key} href={to} replace {...(current && { 'aria-current': 'page' as const })}>
          {words}
        </Link>
      ))}
    </nav>
  );
}
