import { useState, type CSSProperties } from 'react';
import styles from './countdown-ring.module.css';

/** How much is left, for the eyes: whoever listens is told once, by the page's title. */
export function CountdownRing({ leftMs }: { leftMs: number }) {
  const [wholeMs] = useState(leftMs);
  const share: CSSProperties & { '--share': number } = { '--share': wholeMs > 0 ? leftMs / wholeMs : 0 };
  return (
    <span className={styles['ring']} style={share} aria-hidden="true">
      <span className={styles['seconds']}>{Math.ceil(leftMs / 1000)}</span>
    </span>
  );
}
