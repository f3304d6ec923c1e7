import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { classNames } from '#src/ui/class-names.ts';
import styles from './reserve.module.css';

/** One thing to choose. Choosing goes to an address, so it is a link; without one it can be read but not chosen. */
export function Option({ name, to, children }: { name: ReactNode; to: string | null; children?: ReactNode }) {
  const content = (
    <>
      <span className={styles['name']}>{name}</span>
      {children}
    </>
  );
  return (
    <li>
      {to === null ? (
        <div className={classNames(styles['option'], styles['off'])}>{content}</div>
      ) : (
        <Link href={to} className={styles['option'] ?? ''}>
          {content}
        </Link>
      )}
    </li>
  );
}

export const Options = ({ children }: { children: ReactNode }) => (
  <ul role="list" className={styles['options']}>
    {children}
  </ul>
);

export const OptionNote = ({ children }: { children: ReactNode }) => (
  <span className={styles['soft']}>{children}</span>
);

export const OptionTags = ({ children }: { children: ReactNode }) => (
  <span className={styles['tags']}>{children}</span>
);
